package org.bocage.portal.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bocage.cms.repository.EmptyStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("fast")
class RelayCountTests {

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        ShareCounter relays = new ShareCounter(stores.get());
        String item = UUID.randomUUID().toString();
        relays.count(item, "10.0.0.1");
        stores.failing(relays::save);
        relays.count(item, "10.0.0.2");
        relays.save();

        assertThat(relays.of(item)).isEqualTo(2);
        assertThat(new ShareCounter(stores.get()).of(item)).isEqualTo(2);
    }
}
