package io.keyuan.engine.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.modulith.NamedInterface;

/** Hands over the file that jobs of one kind were asked for. */
@NamedInterface("jobs")
public interface JobFile {

    /** The {@link JobKind#name()}. */
    String kind();

    /** @param job which has a file for the caller; written on the request's own thread, to which the caller is bound */
    void send(Jobs.Described job, HttpServletResponse response) throws IOException;
}
