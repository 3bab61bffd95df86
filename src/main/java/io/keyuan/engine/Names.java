package io.keyuan.engine;

/** Names as written in Java turned into names as written in addresses and tables. */
final class Names {

    private Names() {}

    static String separated(String camelCase, char separator) {
        var out = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                out.append(separator).append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
