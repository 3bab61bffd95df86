package io.keyuan.engine.web;

import io.keyuan.engine.Ids;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that Tomcat refuses before they reach the program, such as those with a broken address. */
class ProblemValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final ProblemBody body;
    private final JsonMapper json;

    ProblemValve(ProblemBody body, JsonMapper json) {
        this.body = body;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (writable.get()) {
            write(request, response);
        }
    }

    private void write(Request request, Response response) {
        Locale language = Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = ErrorPage.of(response.getStatus());
        String id = Ids.next().toString();
        String text = json.writeValueAsString(body.of(problem, language, "/", id));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(RequestIdFilter.HEADER, id);
        try (Writer writer = response.getReporter()) {
            if (writer != null) {
                writer.write(text);
            }
        } catch (IOException gone) {
            container.getLogger().debug("nobody is left to answer", gone);
        }
    }
}
