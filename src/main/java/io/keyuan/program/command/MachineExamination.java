package io.keyuan.program.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What the program stands on beside its database: Java, the data folder and its disk, ports, the certificate. */
record MachineExamination(StartOptions options, Checkup checkup) {
    private static final int NEEDED_JAVA = 25;
    private static final long ENOUGH_SPACE = 1L << 30;
    private static final int ENOUGH_PERCENT = 5;
    private static final int MEGABYTE = 20;
    private static final Duration SOON = Duration.ofDays(21);

    /** @param running whether a program holds the folder */
    void take(boolean running) {
        java();
        checkup.look("folder", this::folder);
        checkup.look("disk", this::disk);
        checkup.look("port", () -> port(running));
        options.exposure().certificate().ifPresent(files -> checkup.look("certificate", () -> certificate(files)));
    }

    private void java() {
        String found = Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
        checkup.fact("java", found);
        if (Runtime.version().feature() < NEEDED_JAVA) {
            checkup.fail("java", found + "; Keyuan needs " + NEEDED_JAVA + " or newer: point KEYUAN_JAVA_HOME at one.");
        } else {
            checkup.ok("java", found);
        }
    }

    private void folder() throws IOException {
        Path home = options.home();
        if (!Files.isWritable(home)) {
            checkup.fail("folder", "Nothing can be written to " + home + "; use the account that owns it, or chown it.");
            return;
        }
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(home);
        boolean open = granted.contains(PosixFilePermission.GROUP_READ) || granted.contains(PosixFilePermission.OTHERS_READ);
        if (open) {
            checkup.warn("folder", "Other accounts of this machine may look into " + home + "; run: chmod go= " + home);
        } else {
            checkup.ok("folder", home + ", readable by its owner only");
        }
    }

    private void disk() throws IOException {
        FileStore store = Files.getFileStore(options.home());
        long free = store.getUsableSpace();
        long percent = store.getTotalSpace() == 0 ? 100 : free * 100 / store.getTotalSpace();
        checkup.fact("freeDisk", (free >> MEGABYTE) + " MB");
        String words = (free >> MEGABYTE) + " MB (" + percent + " %) are free";
        if (free < ENOUGH_SPACE || percent < ENOUGH_PERCENT) {
            checkup.warn("disk", words + "; make room on the disk of " + options.home() + ".");
        } else {
            checkup.ok("disk", words);
        }
    }

    private void port(boolean running) throws IOException {
        if (running) {
            var program = ProgramRecord.read(options.home());
            if (program.isPresent() && program.get().answers()) {
                checkup.ok("port", "The program answers at " + program.get().address());
            } else {
                checkup.fail("port", "The program that runs on " + options.home() + " does not answer; look into its log or stop it.");
            }
            return;
        }
        options.address(options.port()).checkFree();
        options.managementPort().ifPresent(port -> new WebAddress("http", options.exposure().managementHost(), port).checkFree());
        checkup.ok("port", options.port() + " on " + options.host() + " is free");
    }

    private void certificate(Certificate files) {
        Instant expiry = files.checked().expiry();
        String until = expiry.toString().substring(0, "2026-11-25".length());
        if (expiry.isBefore(Instant.now().plus(SOON))) {
            checkup.warn("certificate", files.chain() + " is good until " + until + " only; renew it.");
        } else {
            checkup.ok("certificate", files.chain() + " is good until " + until);
        }
    }
}
