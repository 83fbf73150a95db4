package org.bocage.editorial.security.signin;

import java.util.List;
import java.util.Locale;
import org.bocage.cms.site.Console;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.security.DemoAccounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Console message once the portal is ready: where it is, and how to come in. */
@Component
class Welcome {

    private final MessageSource messages;
    private final Console console;
    private final SiteAddress siteAddress;
    private final DemoAccounts demo;
    private final FirstAccountLink first;

    Welcome(
            MessageSource messages,
            Console console,
            SiteAddress siteAddress,
            DemoAccounts demo,
            FirstAccountLink first) {
        this.messages = messages;
        this.console = console;
        this.siteAddress = siteAddress;
        this.demo = demo;
        this.first = first;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        StringBuilder text = new StringBuilder(words("ready", siteAddress.get()));
        demo.names().ifPresent(names -> text.append(words("demo", String.join(", ", names), DemoAccounts.PASSWORD)));
        first.address().ifPresent(link -> text.append(words("first", siteAddress.get() + link)));
        console.say(text.toString());
    }

    private String words(String key, Object... values) {
        return messages.getMessage("start." + key, List.of(values).toArray(), Locale.FRENCH);
    }
}
