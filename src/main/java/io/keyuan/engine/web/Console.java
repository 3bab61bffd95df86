package io.keyuan.engine.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the console: its files, and its one page for every address that is the console's to interpret. Files under
 * {@code assets} carry a hash of their content in their name, so a browser may keep them.
 */
@Configuration(proxyBeanMethods = false)
class Console implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/" + PageResolver.PAGE);
    }

    /** A file where there is one, the page for any other address of the console. */
    private static final class PageResolver extends PathResourceResolver {

        private static final String PAGE = "index.html";
        private static final Set<String> NOT_OF_THE_CONSOLE = Set.of("api", "health", "metrics", "problems", "guide", "assets", "error");

        @Override
        protected @Nullable Resource getResource(String path, Resource files) throws IOException {
            Resource file = super.getResource(path, files);
            return file != null || !isConsole(path) ? file : super.getResource(PAGE, files);
        }

        private static boolean isConsole(String path) {
            String first = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
            String last = path.substring(path.lastIndexOf('/') + 1);
            return !NOT_OF_THE_CONSOLE.contains(first) && last.indexOf('.') < 0;
        }
    }
}
