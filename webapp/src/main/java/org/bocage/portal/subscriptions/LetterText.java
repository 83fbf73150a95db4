package org.bocage.portal.subscriptions;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.mail.MailTemplates;
import org.springframework.stereotype.Component;

/** Writes a letter: as a page that mail programs show, and as text. */
@Component
class LetterText {

    /** Stands for the address that ends the letters of one reader. */
    static final String END = "https://arret.invalid/";

    private final Configuration freemarker;
    private final MailTemplates mails;
    private final LetterItems items;
    private final SiteName site;
    private final SiteAddress siteAddress;

    LetterText(
            Configuration freemarker, MailTemplates mails, LetterItems items, SiteName site, SiteAddress siteAddress) {
        this.freemarker = freemarker;
        this.mails = mails;
        this.items = items;
        this.site = site;
        this.siteAddress = siteAddress;
    }

    /** A letter in both forms; {@link #END} where each reader has an address of their own. */
    record Written(String html, MailTemplates.Text text) {}

    Written write(Letter letter) {
        List<LetterItems.Section> sections = items.of(letter.from(), letter.to()).stream()
                .map(section -> section.with(section.items().stream()
                        .filter(item -> !letter.left().contains(item.id()))
                        .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("titre", letter.title());
        model.put("introduction", letter.introduction());
        model.put("sections", sections);
        model.put("nom", site.get());
        model.put("portail", siteAddress.get() + "/");
        model.put("arret", END);
        return new Written(html(model), mails.render("lettre", model));
    }

    private String html(Map<String, Object> model) {
        StringWriter html = new StringWriter();
        try {
            freemarker.getTemplate("mail/lettre.ftlh").process(model, html);
        } catch (TemplateException e) {
            throw new IllegalStateException("The letter cannot be written: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
