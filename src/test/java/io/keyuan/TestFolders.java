package io.keyuan;

import java.nio.file.Path;

/** Where tests keep what they keep: each of the processes that test classes are shared out among in a folder of its own. */
public final class TestFolders {

    /** Set by the build; a test started by hand, from an editor, is the only process there is. */
    private static final String PROCESS = System.getProperty("keyuan.test.process", "alone");

    private TestFolders() {}

    /** A folder, perhaps not there yet, that no other process of this run has to do with. */
    public static Path of(String name) {
        return Path.of("target", "tests", PROCESS, name);
    }
}
