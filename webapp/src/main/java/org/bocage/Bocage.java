package org.bocage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The portal: starts the host that runs the light modules. */
// its JSON mapper, of which we have no use, looks through all our classes for mixins at each start
@SpringBootApplication(exclude = JacksonAutoConfiguration.class)
@EnableScheduling
public class Bocage {

    public static void main(String[] args) {
        SpringApplication.run(Bocage.class, args);
    }
}
