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
                --tls-certificate <file> --tls-key <file>   Speak https, with these files in PEM; renewed ones are taken up
                --trust-proxy   Believe the X-Forwarded-* or Forwarded headers of the one reverse proxy in front

            Commands below work on a data folder whether Keyuan is running on it or not; all take --home and --json.
            Where there are several companies, --tenant <slug> says which one token, password, import, export, audit and configuration are about.
            keyuan token <login>       Make an access token for a person and print it
            keyuan password <login> [--reset-second-factor]
                                       Give a person a new one-time password and print it; they are signed out everywhere.
                                       With --reset-second-factor the password is enough until they set one up again
            keyuan import <object> <file> [--map file.yaml] [--key a,b] [--mode create|update|upsert] [--duplicates create|skip|update] [--dry-run]
                                       Import a CSV or XLSX file; rows that failed are written beside it
            keyuan export <object> <file> [--filter <expression>] [--sort a,-b] [--fields a,b]
                                       Write the records of a list to a file, by its ending CSV or XLSX
            keyuan tenant create <slug> --name <name> [--login admin] [--base-currency CNY] [--time-zone Asia/Shanghai]
                                       Make a company of its own and print its administrator's one-time password
            keyuan backup <file> [--tenant <slug>]
                                       Write everything, or one company, to a file and read it back
            keyuan restore <file> [--tenant <slug>]
                                       Bring it back into an empty folder or database, or one company beside others
            keyuan audit verify [--since <hash>]
                                       Find out whether anybody changed the audit trail past the program; exit code 1
                                       where somebody did. Prints the hash of its end; --since one that was noted
            keyuan configuration export <file> [--parts a,b]
                                       Write what a company has set up to a YAML file
            keyuan configuration compare <file> [--remove]
                                       Say what applying the file would change: + new, ~ changed, - removed, ! not possible
            keyuan configuration apply <file> [--remove]
                                       Make it what the file says, all of it or nothing; with --remove, what the file does
                                       not have goes, of the parts that are in it
            keyuan doctor              Look at the surroundings: Java, disk, database

            keyuan bench data [--customers <number>] [--events <number>]
                                       Fill an empty data folder with a company to measure with; put events into its
                                       audit trail
            keyuan bench run [--seconds 10] [--rows 100000] [--only <words>] [--customers <number>] [--clients 1,8]
                                       Measure the program on it; it changes the data, so keep that for measuring

            keyuan test [--database <url>]
                                       Run every test, the browser's included; on a PostgreSQL of your own whose user
                                       may create databases
            keyuan version             Print the version
            keyuan help                Print this

            Environment: KEYUAN_PORT, KEYUAN_HOST, KEYUAN_HOME as the options above; KEYUAN_ADMIN_PASSWORD for the first
            administrator; KEYUAN_DATABASE_URL for a database of your own (postgresql://user:password@host/name);
            KEYUAN_MANAGEMENT_PORT to serve /metrics, on KEYUAN_MANAGEMENT_HOST (127.0.0.1); KEYUAN_LOG=json for a log that
            programs read; KEYUAN_TLS_CERTIFICATE, KEYUAN_TLS_KEY and KEYUAN_TRUST_PROXY (yes, or how many) as the options
            above; KEYUAN_SECRET_KEY to seal passwords with, the same on
            every node of one database; KEYUAN_SLOW_STATEMENT_MS (500) from when on a statement is logged as slow; KEYUAN_JAVA_HOME for the JDK to run on;
            KEYUAN_JAVA_OPTIONS for more of its options; KEYUAN_WARM_UP=off to build sooner and start later.

            Exit codes: 0 done or asked to stop, 2 wrong usage, 3 the surroundings are wrong, 1 anything else.""";

    private Texts() {}

    /** The release, or "development" when the program does not run from its archive. */
    static String version() {
        return Optional.ofNullable(Texts.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
