package io.keyuan;

import io.keyuan.program.command.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The program: a command line in front, a Spring application behind. Beans have their full class names, since two modules
 * may well call a class of their own the same.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Keyuan {

    /** Obeys the command line and ends with the exit code the contract names. */
    public static void main(String[] arguments) {
        // jOOQ greets whoever starts it; the log is for what matters.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        CommandLine commandLine = CommandLine.ofThisProcess(Keyuan.class);
        System.exit(commandLine.execute(arguments).number());
    }
}
