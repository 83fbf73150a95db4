package org.bocage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The portal: starts the host that runs the light modules. */
@SpringBootApplication
@EnableScheduling
public class Bocage {

    public static void main(String[] args) {
        SpringApplication.run(Bocage.class, args);
    }
}
