package org.bocage.editorial.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.signin.Screens;
import org.bocage.editorial.workflow.notices.Subscriptions;
import org.bocage.editorial.workflow.notices.Topic;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Topics and frequency of the mails to a person: chosen in their account, or ended from a mail (RFC 8058). */
@ScreenController
class MailsController {

    private static final String ADDRESS = OwnAccountController.ADDRESS + "/mails";
    private static final String STOP = "/desabonnement/{token}";

    private final Desk desk;
    private final Subscriptions subscriptions;
    private final Stores stores;
    private final Screens screens;

    MailsController(Desk desk, Subscriptions subscriptions, Stores stores, Screens screens) {
        this.desk = desk;
        this.subscriptions = subscriptions;
        this.stores = stores;
        this.screens = screens;
    }

    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ModelAndView show(HttpServletRequest request) {
        Map<Topic, Topic.Pace> chosen = subscriptions.of(desk.account().name());
        MailsPage page = new MailsPage(
                ADDRESS,
                desk.account().email(),
                topics().stream()
                        .map(topic -> new MailsPage.Topic(
                                topic.key(),
                                chosen.getOrDefault(topic, topic.usual()).key()))
                        .toList());
        return new ModelAndView("espace/compte-mails", Map.of("shell", desk.shell(request, "compte"), "page", page));
    }

    /** Saves the chosen frequencies; a topic that the form leaves out, or sends in other words than ours, stays as it is. */
    @PostMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    String choose(HttpServletRequest request) {
        Map<Topic, Topic.Pace> chosen = new EnumMap<>(Topic.class);
        for (Topic topic : topics()) {
            String pace = request.getParameter(topic.key());
            Topic.Pace.of(pace == null ? "" : pace).ifPresent(known -> chosen.put(topic, known));
        }
        subscriptions.choose(desk.account().name(), chosen);
        return "redirect:" + ADDRESS + "?fait=avis-changes";
    }

    /** Returns the topics that concern who asks: the documents are for some only. */
    private List<Topic> topics() {
        boolean reads = stores.author()
                .read(
                        desk.identity(),
                        session -> session.nodeExists(new Workspace(Topic.DOCUMENTS.key()).storePath("/")));
        return Arrays.stream(Topic.values())
                .filter(topic -> reads || topic != Topic.DOCUMENTS)
                .toList();
    }

    /** Opened by a person, or by what looks through their mails: it asks first. */
    @GetMapping(STOP)
    void ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        draw(subscriptions.stop(token), false, request, response);
    }

    /** By the button of that page, or by the mail program's own, which sends no more than this. */
    @PostMapping(STOP)
    void stop(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Subscriptions.Stop> stop = subscriptions.stop(token);
        stop.ifPresent(subscriptions::stop);
        draw(stop, true, request, response);
    }

    private void draw(
            Optional<Subscriptions.Stop> stop, boolean done, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader(Screens.REFERRER_POLICY, Screens.NO_REFERRER);
        if (stop.isEmpty()) {
            screens.draw(request, response, HttpServletResponse.SC_NOT_FOUND, "lien-perdu", Map.of());
        } else {
            Map<String, Object> page = Map.of(
                    "address",
                    request.getRequestURI(),
                    "rythme",
                    stop.get().pace().key(),
                    "fait",
                    done);
            screens.draw(request, response, HttpServletResponse.SC_OK, "desabonnement", page);
        }
    }
}
