package io.keyuan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Keyuan {
    public static void main(String[] args) {
        SpringApplication.run(Keyuan.class, args);
    }
}
