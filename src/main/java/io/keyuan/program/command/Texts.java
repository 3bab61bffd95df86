package io.keyuan.program.command;

import java.util.Optional;

/** What the command line says about itself. */
final class Texts {
    static final String USAGE = """
            Usage: keyuan [run] [--port 8080] [--host 127.0.0.1] [--home ./data] [--demo]
                   keyuan <command> [options]        (keyuan help lists the commands)""";

    static final String HELP = """
            Keyuan, a customer relationship management system

            keyuan [run] [--port 8080] [--host 127.0.0.1] [--home ./data] [--demo]
                Serve until stopped. Prints "READY <address>" on standard output when it answers. With --demo an empty
                folder fills with a sample company, which can be taken away again in the settings.

            Commands below work on a data folder whether Keyuan is running on it or not; all take --home and --json.
            keyuan token <login>       Make an access token for a person and print it
            keyuan password <login>    Give a person a new one-time password and print it
            keyuan import <object> <file> [--map file.yaml] [--key a,b] [--mode create|update|upsert] [--dry-run]
                                       Import a CSV or XLSX file; rows that failed are written beside it
            keyuan doctor              Look at the surroundings: Java, disk, database

            keyuan bench data --customers <number>
                                       Fill an empty data folder with a company to measure with
            keyuan bench run [--seconds 10] [--rows 100000] [--only <words>] [--customers <number>]
                                       Measure the program on it; it changes the data, so keep that for measuring

            keyuan test                Run every test, the browser's included
            keyuan version             Print the version
            keyuan help                Print this

            Environment: KEYUAN_PORT, KEYUAN_HOST, KEYUAN_HOME as the options above; KEYUAN_ADMIN_PASSWORD for the first
            administrator; KEYUAN_DATABASE_URL for a database of your own (postgresql://user:password@host/name);
            KEYUAN_MANAGEMENT_PORT to serve /metrics; KEYUAN_JAVA_HOME for the JDK to run on;
            KEYUAN_JAVA_OPTIONS for more of its options; KEYUAN_WARM_UP=off to build sooner and start later.

            Exit codes: 0 done or asked to stop, 2 wrong usage, 3 the surroundings are wrong, 1 anything else.""";

    private Texts() {}

    /** The release, or "development" when the program does not run from its archive. */
    static String version() {
        return Optional.ofNullable(Texts.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
