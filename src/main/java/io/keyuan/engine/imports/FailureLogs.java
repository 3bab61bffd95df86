package io.keyuan.engine.imports;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Opens the log of the rows of a file that failed, in the language of whoever imports it. */
@Component
class FailureLogs {

    private final Headers headers;
    private final Messages messages;

    FailureLogs(Headers headers, Messages messages) {
        this.headers = headers;
        this.messages = messages;
    }

    FailureLog of(JobRun run, String name, Preparation.Prepared prepared) {
        return new FailureLog(
                run, name, prepared.table().headers(), headers.reasons(Caller.current().locale()), prepared.plan(), messages);
    }
}
