package io.keyuan.engine.web;

import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;

/** What a JSON body may cost us before we know who sent it and why. */
@ControllerAdvice
class JsonLimits extends RequestBodyAdviceAdapter {

    static final int MAX_NESTING = 50;
    static final long MAX_BYTES = 10L * 1024 * 1024;

    @Bean
    static JsonFactoryBuilderCustomizer nestingLimit() {
        return factory -> factory.streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build());
    }

    /** Amounts must not pass through binary floating point on their way in. */
    @Bean
    static JsonMapperBuilderCustomizer exactDecimals() {
        return mapper -> mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message, MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        if (message.getHeaders().getContentLength() > MAX_BYTES) {
            throw Problem.of(ProblemKind.TOO_LARGE);
        }
        return new LimitedMessage(message);
    }

    private record LimitedMessage(HttpInputMessage message) implements HttpInputMessage {

        @Override
        public InputStream getBody() throws IOException {
            return new LimitedStream(message.getBody());
        }

        @Override
        public HttpHeaders getHeaders() {
            return message.getHeaders();
        }
    }

    /** For bodies that do not say beforehand how long they are. */
    private static final class LimitedStream extends FilterInputStream {

        private long left = MAX_BYTES;

        private LimitedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return counted(read, read);
        }

        private int counted(int answer, int read) {
            left -= answer < 0 ? 0 : read;
            if (left < 0) {
                throw Problem.of(ProblemKind.TOO_LARGE);
            }
            return answer;
        }
    }
}
