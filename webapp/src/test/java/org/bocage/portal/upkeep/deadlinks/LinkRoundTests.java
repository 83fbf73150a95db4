package org.bocage.portal.upkeep.deadlinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.e2e.Portal;
import org.bocage.editorial.jobs.ItemByItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** OPS-04: the round of the week, of which one may be cut short, and one link may spoil nothing. */
class LinkRoundTests {

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.startEmpty(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static DeadLinks over(Map<String, Set<String>> addresses, Runnable before) {
        ApplicationContext context = portal.context();
        Stores stores = context.getBean(Stores.class);
        PublishedLinks links =
                new PublishedLinks(
                        stores, context.getBean(ContentIndexes.class), context.getBean(DefinitionRegistry.class)) {
                    @Override
                    Map<String, Set<String>> all() {
                        before.run();
                        return addresses;
                    }
                };
        return new DeadLinks(
                stores,
                links,
                context.getBean(OutgoingHttp.class),
                context.getEnvironment(),
                context.getBean(Clock.class));
    }

    /** A link to a content that is not on line. */
    private static String lost() {
        return "${link:{uuid:{" + UUID.randomUUID() + "},repository:{website},path:{/x},nodeData:{},extension:{html}}}";
    }

    @Test
    void OPS_04_a_round_is_noted_once_it_came_to_its_end_and_one_link_that_fails_stops_no_other() {
        DeadLinks cutShort = over(Map.of(), () -> {
            throw new IllegalStateException("The portal stops");
        });
        assertThatThrownBy(cutShort::round).hasMessage("The portal stops");
        assertThat(cutShort.last()).as("the next night makes it again").isEmpty();

        List<String> links = List.of(lost(), lost(), lost());
        Map<String, Set<String>> addresses = new LinkedHashMap<>();
        links.forEach(link -> addresses.put(link, Set.of("website/x")));
        Stores stores = portal.context().getBean(Stores.class);
        stores.author().update(Identity.SYSTEM, session -> {
            var poisoned = session.getNode("/liens-casses/trouves").addNode(name(links.get(1)), "mgnl:contentNode");
            poisoned.setProperty("adresse", links.get(1));
            poisoned.setProperty("depuis", "hier");
            poisoned.setProperty("dernier", "hier");
            poisoned.setProperty("fois", 1);
        });
        DeadLinks round = over(addresses, () -> {});

        assertThatThrownBy(round::round)
                .isInstanceOf(ItemByItem.FailedItems.class)
                .hasMessageContaining("1 of 3 failed");

        assertThat(round.last()).isPresent();
        for (int other : List.of(0, 2)) {
            assertThat(stores.author()
                            .<Boolean>read(
                                    Identity.SYSTEM,
                                    session -> session.nodeExists("/liens-casses/trouves/" + name(links.get(other)))))
                    .isTrue();
        }
    }

    private static String name(String address) {
        return UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
