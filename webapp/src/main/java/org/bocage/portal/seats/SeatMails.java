package org.bocage.portal.seats;

import java.util.HashMap;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.springframework.stereotype.Component;

/** Mails to those who come and to who organises; each is added to the save it tells of. */
@Component
class SeatMails {

    private final SeatLinks links;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final SiteAddress siteAddress;

    SeatMails(SeatLinks links, Outbox outbox, MailTemplates mails, SiteAddress siteAddress) {
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.siteAddress = siteAddress;
    }

    /** Tells somebody on the list something; answers go where the portal's own go. */
    void tell(Session session, Gathering gathering, Node registration, String template, Map<String, ?> more)
            throws RepositoryException {
        tell(session, gathering, registration, template, more, Organiser.NOBODY);
    }

    /** Tells somebody on the list something; answers go to the organiser. */
    void tell(
            Session session,
            Gathering gathering,
            Node registration,
            String template,
            Map<String, ?> more,
            Organiser answered)
            throws RepositoryException {
        Map<String, Object> model = about(gathering);
        model.put("nom", Gathering.text(registration, "nom"));
        model.put(
                "rendre",
                siteAddress.get()
                        + links.path(new SeatLinks.Seat(gathering.event(), gathering.day(), registration.getName())));
        model.putAll(more);
        Mail mail = mails.render(template, model).to(Gathering.text(registration, "courriel"));
        outbox.enqueue(session, answered.isReached() ? mail.answeredTo(answered.mail()) : mail);
    }

    /**
     * Tells the organiser something, with the link to the list.
     *
     * @param why {@code demande}, {@code premiere}, {@code bientot} or {@code lien}
     */
    void tell(Session session, Gathering gathering, Organiser organiser, String why, int people)
            throws RepositoryException {
        if (!organiser.isReached()) {
            return;
        }
        Map<String, Object> model = about(gathering);
        model.put("nom", organiser.name());
        model.put("pourquoi", why);
        model.put("combien", people);
        model.put("liste", siteAddress.get() + organiser.list());
        Mail mail = mails.render("inscription-liste", model).to(organiser.mail());
        outbox.enqueue(session, organiser.hasAccount() ? mail : mail.forItsReaderAlone());
    }

    private Map<String, Object> about(Gathering gathering) {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", gathering.title());
        model.put("quand", gathering.when());
        model.put("lieu", gathering.place());
        model.put("page", siteAddress.get() + gathering.address());
        return model;
    }
}
