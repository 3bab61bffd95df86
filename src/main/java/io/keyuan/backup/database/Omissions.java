package io.keyuan.backup.database;

import java.util.Map;

/** The rows of companies that no backup has. Every other one is carried, also of tables nobody thought of here. */
final class Omissions {

    private static final String BACKUP = "select 1 from job j where j.tenant_id = t.tenant_id and j.kind = 'backup' and j.id = ";

    private static final Map<String, String> CONDITIONS = Map.of(
            // Who is signed in is of the moment, and a file that lies somewhere must not let anybody go on in their name.
            "session", "true",
            // What waits would go out twice: from here, and from where it comes back to.
            "mail_letter", "true",
            // What was brought and belongs to nothing is gone in a day, and its content is carried by no other row.
            "received_file", "true",
            // Whoever has the file must not be let in by it.
            "account_link", "true",
            "provider_session", "true",
            "sign_in_flow", "true",
            "identity_provider_trial", "true",
            // A backup in a backup would double it each time.
            "job", "t.kind = 'backup'",
            "stored_file", "exists (" + BACKUP + "t.job_id)",
            "stored_file_chunk", "exists (select 1 from stored_file f where f.tenant_id = t.tenant_id and f.id = t.file_id and exists ("
                    + BACKUP.replace("t.tenant_id", "f.tenant_id") + "f.job_id))");

    private Omissions() {}

    static String of(String table) {
        return CONDITIONS.getOrDefault(table, "false");
    }
}
