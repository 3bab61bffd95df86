import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chunks } from './chunks.ts'

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2024',
    // Inlined assets would be data: addresses, which the content security policy need not allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunks } },
      // Some of these do not say that importing them does nothing, and would come whole for the sake of one name.
      treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]@rc-component[\\/].*\.js$/, sideEffects: false }] },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/sign-in/oidc': 'http://127.0.0.1:8080',
      '/guide': 'http://127.0.0.1:8080',
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
