package org.bocage.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with one controller and nothing else. */
@EnableAutoConfiguration
@Import(Empty.Ready.class)
public class Empty {

    public static void main(String[] args) {
        SpringApplication.run(Empty.class, args);
    }

    @RestController
    static class Ready {

        @GetMapping("/readyz")
        String ready() {
            return "ready";
        }
    }
}
