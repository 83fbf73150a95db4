package org.bocage.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CO-02: the question of those to whom robots come all the same. */
class QuestionTests {

    private static final GreenMail NO_MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(
                home,
                "--spring.mail.host=",
                "--bocage.forms.minimum-time=0s",
                "--bocage.forms.question=Combien font trois et quatre\u00a0?",
                "--bocage.forms.answers=7,Sept");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private Stranger stranger() {
        return new Stranger(portal.port(), NO_MAILS);
    }

    @ParameterizedTest
    @MethodSource("org.bocage.portal.forms.FormGuardTests#every_form_that_needs_no_account")
    void CO_02_each_form_asks_the_question_and_keeps_what_was_typed_until_it_is_answered(
            String form, Map<String, String> typed) {
        FormGuardTests.seats(portal.context().getBean(Stores.class));
        String address = form.startsWith("/")
                ? form
                : Browser.page(stranger().browser().get("/actualites/photos/un-samedi-au-jardin"))
                        .select("a:contains(Demander le retrait)")
                        .attr("href");
        HttpResponse<String> wrong = stranger().send(address, with(typed, "huit"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document again = Browser.page(wrong);
        assertThat(Browser.plain(again.select("main .notice").text())).contains("petite question", "Rien n’est perdu");
        assertThat(Browser.plain(again.select("label[for=champ-reponse]").text()))
                .isEqualTo("Combien font trois et quatre ?");
        assertThat(again.select("#champ-reponse").val()).isEqualTo("huit");
        assertThat(again.select("main .field-error")).isEmpty();

        HttpResponse<String> right = stranger().answer(wrong, with(typed, "Sept."), Map.of());
        assertThat(right.statusCode()).as(Stranger.problems(right).toString()).isIn(200, 303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", " sept ", "SEPT", "sept !"})
    void CO_02_an_answer_is_right_however_it_is_written(String answer) {
        assertThat(letter(answer).statusCode()).isEqualTo(303);
    }

    @Test
    void CO_02_without_an_answer_nothing_goes() {
        Outbox outbox = portal.context().getBean(Outbox.class);
        int before = Mails.last(outbox, 500).size();
        for (String answer : List.of("", "77", "se pt", "7".repeat(5_000), "\u0000")) {
            assertThat(letter(answer).statusCode()).as(answer).isIn(400, 422);
        }
        assertThat(Mails.last(outbox, 500)).hasSize(before);
    }

    @Test
    void a_question_that_nobody_could_answer_is_refused_at_the_start() {
        assertThatThrownBy(() -> new FormOptions(Duration.ZERO, 40, 5, "Combien ?", List.of(" ")))
                .hasMessageContaining("bocage.forms.answers");
        assertThatThrownBy(() -> new FormOptions(Duration.ZERO, 40, 5, "Combien ?", List.of("7".repeat(61))))
                .hasMessageContaining("bocage.forms.answers");
        FormOptions options = new FormOptions(Duration.ZERO, 40, 5, "Combien ?", List.of("7", "", " ! "));
        assertThat(options.isAnswer(""))
                .as("an answer left blank in the settings")
                .isFalse();
        assertThat(options.isAnswer("7")).isTrue();
        assertThatThrownBy(() -> new FormOptions(Duration.ZERO, 40, 5, "?".repeat(121), List.of("1")))
                .hasMessageContaining("bocage.forms.question");
    }

    private HttpResponse<String> letter(String answer) {
        Map<String, String> typed = Map.of(
                "sujet", "question",
                "nom", "Lou",
                "courriel", "lou" + answer.hashCode() + "@exemple.invalid",
                "message", "Vous ouvrez samedi ?");
        return stranger().send("/contact", with(typed, answer));
    }

    private static Map<String, String> with(Map<String, String> typed, String answer) {
        Map<String, String> all = new HashMap<>(typed);
        all.put(FormGuard.ANSWER, answer);
        return all;
    }
}
