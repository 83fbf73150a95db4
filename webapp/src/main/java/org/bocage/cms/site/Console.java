package org.bocage.cms.site;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Console of the portal: the few words to who starts it stand there as they are, and as one event when each of its lines is one. */
@Component
public class Console {

    private static final Logger log = LoggerFactory.getLogger(Console.class);
    private static final String STRUCTURED = "logging.structured.format.console";

    private final boolean isStructured;

    Console(Environment environment) {
        this.isStructured = environment.containsProperty(STRUCTURED);
    }

    /** Says something, in as many lines as it has. */
    public void say(String text) {
        if (isStructured) {
            log.info("{}", text.strip());
        } else {
            // the bytes are UTF-8 whatever the console's language is
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text);
        }
    }
}
