package org.bocage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: starts the host that runs the light modules. */
@SpringBootApplication
public class Bocage {

    public static void main(String[] args) {
        SpringApplication.run(Bocage.class, args);
    }
}
