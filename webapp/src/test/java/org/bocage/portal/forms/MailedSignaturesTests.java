package org.bocage.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.editorial.workflow.notices.Subscriptions;
import org.bocage.editorial.workflow.notices.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * Links that were mailed stay valid: the same key signs the same text the same way, and each kind of address is written and read
 * the same way, release after release. No address that stands here may ever change.
 */
class MailedSignaturesTests {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String SIGNATURE = "A-ZxwKtCdS9QXIQvU8uobz02YU73zcLV7KxKq8Ixa8o";
    /** Key of a purpose that has its own: the text itself is the key, not the bytes that it stands for. */
    private static final String OWN_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final String ID = "b0ca0001-0000-4000-8000-000000000001";
    private static final String PERSON = "b0ca0001-0000-4000-8000-000000000002";
    private static final String RANDOM = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String SHA256_OF_RANDOM = "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a";
    private static final Instant NOW = Instant.ofEpochSecond(1_795_863_660);

    @TempDir
    static Path home;

    private static Stores stores;
    private static List<Object> parts;

    @BeforeAll
    static void begin() throws Exception {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        stores.author().update(Identity.SYSTEM, session -> {
            workspace(session, "propositions").setProperty("cle", KEY);
            Node config = workspace(session, "config");
            for (String purpose : List.of("desabonnement", "apercu")) {
                config.addNode(purpose, "mgnl:contentNode").setProperty("cle", OWN_KEY);
            }
        });
        Object keys = make(type("org.bocage.editorial.signedlinks.LinkKeys"), stores);
        parts = List.of(
                stores,
                new UnconfirmedSubmissions(stores),
                make(SignedLinks.class, keys),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new FormOptions(Duration.ofSeconds(3), 40, 5, "", List.of()),
                new SimpleMeterRegistry(),
                siteAddress());
    }

    private static SiteAddress siteAddress() throws ReflectiveOperationException {
        Object properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("bocage.address", "https://exemple.fr")))
                .bindOrCreate("bocage", Bindable.of(type("org.bocage.cms.site.SiteProperties")));
        return make(SiteAddress.class, properties, stores, new StandardEnvironment());
    }

    @AfterAll
    static void end() throws Exception {
        stores.close();
    }

    @Test
    void a_link_mailed_years_ago_is_still_the_portals() {
        assertThat(links().signature(Purpose.PROPOSAL, "abc")).isEqualTo(SIGNATURE);
        assertThat(links().signature(Purpose.AD, "abc")).isNotEqualTo(SIGNATURE);
    }

    @Test
    void a_proposal_is_followed_by_the_link_it_was() throws Exception {
        String token = "annonces." + ID + ".wmBqFO-4FPKVZrsx7qrZcdBqFYQWZiNjPiYVYN6pkhk";
        Object links = make("proposals.FollowLinks");

        assertThat(call(links, "path", "annonces", ID)).isEqualTo("/proposer/suivi/" + token);
        assertThat(read(links, "target", token)).hasToString("Target[workspace=annonces, id=" + ID + "]");
        refusesOthers(links, "target", token);
    }

    @Test
    void an_annonce_is_prolonged_by_the_link_it_was() throws Exception {
        String token = ID + ".prolonger.20811.n9Godn-gRHQ7XbP-8-kKcSsYDeIpR-Rh3uVO6RFMuBM";
        Object links = make("ads.AdLinks");
        Object said = read(links, "said", token);

        assertThat(said).hasToString("Said[id=" + ID + ", gesture=PROLONGER, closing=2026-12-24]");
        assertThat(call(links, "path", said)).isEqualTo("/annonces/suite/" + token);
        refusesOthers(links, "said", token);
    }

    @Test
    void a_seat_is_given_back_by_the_link_it_was() throws Exception {
        String token = ID + ".2026-12-24." + PERSON + ".VPz57Y8xK2Apl9gXIuHQxfRK1oBQe-ea52H1xufxxRk";
        Object links = make("seats.SeatLinks");
        Object seat = read(links, "seat", token);

        assertThat(seat).hasToString("Seat[event=" + ID + ", day=2026-12-24, person=" + PERSON + "]");
        assertThat(call(links, "path", seat)).isEqualTo("/agenda/ma-place/" + token);
        refusesOthers(links, "seat", token);
    }

    @Test
    void a_list_of_registrations_is_kept_by_the_link_it_was() throws Exception {
        String token = ID + ".mGsSke8GxW4i2mrM6t62lTEr08kOS7kHInacpqc9m7U";
        String organiser = "zoe@exemple.fr\n";
        Object links = make("seats.SeatLinks");

        assertThat(call(links, "list", ID, organiser + "0")).isEqualTo("/agenda/inscriptions/" + token);
        assertThat(call(links, "isOfList", token, organiser + "0")).isEqualTo(true);
        assertThat(call(links, "isOfList", token, organiser + "1")).isEqualTo(false);
        assertThat(call(links, "isOfList", altered(token), organiser + "0")).isEqualTo(false);
    }

    @Test
    void a_fiche_is_confirmed_by_the_link_it_was() throws Exception {
        String token = ID + ".20811.ljw1UPABS5DEONcgf11lAw5FSFfVHFYwqGoLQGzez-k";
        Object links = make("entries.FicheLinks");
        Object said = read(links, "said", token);

        assertThat(said).hasToString("Said[id=" + ID + ", asked=" + LocalDate.ofEpochDay(20_811) + "]");
        assertThat(call(links, "token", said)).isEqualTo(token);
        refusesOthers(links, "said", token);
    }

    @Test
    void a_carrier_agrees_by_the_link_it_was() throws Exception {
        String token = ID + ".PSIbHka6wtsXTnwQNXnXKdv6iUlZUG_AbYj63taaIZo";
        Object consent = make("proposals.CarrierConsent");
        stores.author().update(Identity.SYSTEM, session -> {
            workspace(session, "projets");
            String project = "projet: {jcr:primaryType: 'mgnl:content', jcr:uuid: " + ID
                    + ", titre: Un projet, visibilite: public, contactMoyen: zoe@exemple.fr}";
            new Bootstrap(session, Duration.ZERO)
                    .run("projets.projet.yaml", new ByteArrayInputStream(project.getBytes(StandardCharsets.UTF_8)));
        });
        String written = stores.author().read(Identity.SYSTEM, session -> {
            try {
                return (String) call(consent, "token", session.getNode("/projets/projet"));
            } catch (ReflectiveOperationException e) {
                throw new RepositoryException(e);
            }
        });

        assertThat(written).isEqualTo(token);
        assertThat((Optional<?>) call(consent, "page", token, "demande")).isPresent();
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/projets/projet").setProperty("contactMoyen", "lea@exemple.fr"));
        assertThat((Optional<?>) call(consent, "page", token, "demande"))
                .as("another address")
                .isEmpty();
    }

    @Test
    void who_belongs_proves_it_by_the_link_it_was() throws Exception {
        String signature = "E9arUR1g9rCBRQEsBxDFUXjcHeaQDTfS_JI9SxTy8zo";

        assertThat(call(make("membership.Attestations"), "path", ID))
                .isEqualTo("/adherer/attestation/" + ID + "." + signature);
        assertThat(links().read(Purpose.MEMBERSHIP_PROOF, ID + "." + signature)).hasValue(List.of(ID));
        assertThat(links().read(Purpose.MEMBERSHIP_PAYMENT, ID + "." + signature))
                .isEmpty();
    }

    @Test
    void who_asked_to_join_is_told_how_to_pay_at_the_address_it_was() {
        String signature = "2eA0ausBWKeRx_EwJQjRXCG86T5TuRv5BxlEqSMKWMQ";

        assertThat(links().token(Purpose.MEMBERSHIP_PAYMENT, ID)).isEqualTo(ID + "." + signature);
        assertThat(links().read(Purpose.MEMBERSHIP_PAYMENT, ID + "." + signature))
                .hasValue(List.of(ID));
        assertThat(links().read(Purpose.MEMBERSHIP_PROOF, ID + "." + signature)).isEmpty();
    }

    @Test
    void a_letter_is_ended_by_the_link_it_was() throws Exception {
        String name = "HWvePXcvzOYd3IO_1inpiYU93YHmerkI_AOICgQrjrY";
        Object subscribers = make("subscriptions.Subscribers");
        Object wish = stores.author().write(Identity.SYSTEM, session -> {
            Node node = session.getNode("/abonnes/lettre").addNode(name, "mgnl:contentNode");
            node.setProperty("genre", "lettre");
            node.setProperty("sur", "");
            node.setProperty("types", new String[0]);
            node.setProperty("communes", new String[0]);
            node.setProperty("courriel", "lea@exemple.fr");
            try {
                Method read = type("subscriptions.SubscriptionCriteria").getDeclaredMethod("read", Node.class);
                read.setAccessible(true);
                return read.invoke(null, node);
            } catch (ReflectiveOperationException e) {
                throw new RepositoryException(e);
            }
        });

        String path = (String) call(subscribers, "path", wish);
        assertThat(path).isEqualTo("/lettre/" + name);
        assertThat(call(subscribers, "endAddress", path)).isEqualTo("https://exemple.fr/abonnement/fin/lettre." + name);
        assertThat(read(subscribers, "ending", "lettre." + name)).hasToString("LETTRE");
        refusesOthers(subscribers, "ending", "lettre." + name);
    }

    @Test
    void a_form_shown_before_the_portal_started_anew_is_taken() throws Exception {
        String token = "AAAAAAAAAAAAAAAAAAAAAA.1795863600.ZC6_IvFpbst0p_MIDXcZukaV1-oESoja1uXTisBoZ7E";
        FormGuard guard = (FormGuard) make("forms.FormGuard");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter(FormGuard.TRAP, "");
        request.setParameter(FormGuard.TOKEN, token);

        assertThat(guard.judge(request, "contact")).isEqualTo(FormGuard.Verdict.PERSON);
        assertThat(guard.judge(request, "annonce")).as("another form").isEqualTo(FormGuard.Verdict.ROBOT);
        request.setParameter(FormGuard.TOKEN, token.replace("1795863600", "1795863601"));
        assertThat(guard.judge(request, "contact")).as("another hour").isEqualTo(FormGuard.Verdict.ROBOT);
        assertThat(guard.token("contact")).matches("[A-Za-z0-9_-]{22}\\.1795863660\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void digests_are_ended_by_the_link_they_were() throws Exception {
        String token = "ap8ZGxqbSriYULdk3WfA_bVEDad8uLKVXuCkVEwdTAxoZWJkb21hZGFpcmUgbGVh";
        Subscriptions.Stop stop = new Subscriptions.Stop("lea", Topic.Pace.HEBDOMADAIRE);
        Object subscriptions = make("org.bocage.editorial.workflow.notices.Subscriptions");

        assertThat(call(subscriptions, "stopAddress", stop)).isEqualTo("https://exemple.fr/desabonnement/" + token);
        assertThat(read(subscriptions, "stop", token)).isEqualTo(stop);
        refusesOthers(subscriptions, "stop", token);
    }

    @Test
    void a_page_is_previewed_by_the_link_it_was() throws Exception {
        String token = "sMoAAQAAQACAAAAAAAAAAQAAAABrE-6wmwK658Z4N1qaFmxfJC3GBmy7833131gzh83GZUZI9YA";
        Object links = make("org.bocage.editorial.pages.ShareLinks");
        Instant until = Instant.ofEpochSecond(1_796_468_400);

        assertThat(call(links, "token", ID, until)).isEqualTo(token);
        assertThat(call(links, "page", token, NOW)).isEqualTo(Optional.of(ID));
        assertThat((Optional<?>) call(links, "page", token, until)).isEmpty();
        assertThat((Optional<?>) call(links, "page", altered(token), NOW)).isEmpty();
        assertThat((Optional<?>) call(links, "page", token.substring(4), NOW)).isEmpty();
    }

    @Test
    void links_that_the_store_keeps_are_found_under_the_hash_they_were() throws Exception {
        stores.author().update(Identity.SYSTEM, session -> {
            kept(workspace(session, "liens"));
            Node account = kept(workspace(session, "agendas"));
            account.setProperty("compte", "lea");
            Node proposals = workspace(session, "propositions");
            kept(folder(proposals, "fiches")).setProperty("fiche", ID);
            kept(folder(proposals, "adhesions")).setProperty("valeurs", "{}");
            Node proposal = kept(folder(proposals, "attente"));
            proposal.setProperty("type", "annonces");
            proposal.setProperty("nom", "Léa");
            proposal.setProperty("courriel", "lea@exemple.fr");
            proposal.setProperty("suspect", false);
            kept(folder(workspace(session, "abonnes"), "attente")).setProperty("fait", true);
        });

        assertThat(RandomTokens.sha256(RANDOM)).isEqualTo(SHA256_OF_RANDOM);
        assertThat(RandomTokens.isOne(RANDOM)).isTrue();
        assertThat(RandomTokens.isOne(RandomTokens.create())).isTrue();
        assertThat(read(make("agenda.SecretAddresses"), "account", RANDOM)).isEqualTo("lea");
        assertThat(read(make("entries.FicheLinks"), "fiche", RANDOM)).isEqualTo(ID);
        read(make("membership.joining.UnfinishedRequests"), "find", RANDOM);
        read(make("proposals.Pending"), "find", RANDOM);
        read(make("subscriptions.Subscribers"), "asked", RANDOM);
    }

    private static Node workspace(Session session, String name) throws RepositoryException {
        Workspace workspace = new Workspace(name);
        NodeTypes.ensureWorkspace(session, workspace);
        return workspace.root(session);
    }

    private static Node folder(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) ? parent.getNode(name) : parent.addNode(name, "bocage:workspace");
    }

    private static Node kept(Node folder) throws RepositoryException {
        Node node = folder.addNode(SHA256_OF_RANDOM, "mgnl:contentNode");
        node.setProperty("cree", Dates.utc(NOW));
        return node;
    }

    private static Object read(Object links, String method, String token) throws ReflectiveOperationException {
        Optional<?> read = (Optional<?>) call(links, method, token);
        assertThat(read).isPresent();
        return read.orElseThrow();
    }

    /** Nothing that was altered, shortened, or signed for nothing leads anywhere. */
    private static void refusesOthers(Object links, String method, String token) throws ReflectiveOperationException {
        for (String other :
                List.of(altered(token), token.substring(1), token.substring(0, token.length() - 4), "", ".", "..")) {
            assertThat((Optional<?>) call(links, method, other)).as(other).isEmpty();
        }
    }

    private static String altered(String token) {
        int last = token.length() - 6;
        return token.substring(0, last) + (token.charAt(last) == 'A' ? 'B' : 'A') + token.substring(last + 1);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name.startsWith("org.") ? name : "org.bocage.portal." + name);
    }

    private static SignedLinks links() {
        return parts.stream()
                .filter(SignedLinks.class::isInstance)
                .map(SignedLinks.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Makes a bean of the parts that there are: what its links do not need is missing. */
    private static Object make(String type) throws ReflectiveOperationException {
        return make(type(type), parts.toArray());
    }

    private static <T> T make(Class<T> type, Object... parts) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                .map(wanted -> Arrays.stream(parts)
                        .filter(wanted::isInstance)
                        .findFirst()
                        .orElse(null))
                .toArray()));
    }

    private static Object call(Object on, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : on.getClass().getDeclaredMethods()) {
            if (method.getName().equals(name) && takes(method, arguments)) {
                method.setAccessible(true);
                return method.invoke(on, arguments);
            }
        }
        throw new NoSuchMethodException(on.getClass() + " " + name);
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
