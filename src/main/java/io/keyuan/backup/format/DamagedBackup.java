package io.keyuan.backup.format;

import java.io.IOException;

/** The file is no backup, or not a whole one, or not as it was written. The message is a half sentence that says which. */
public final class DamagedBackup extends IOException {

    public DamagedBackup(String how, Throwable... causes) {
        super(how, causes.length == 0 ? null : causes[0]);
    }
}
