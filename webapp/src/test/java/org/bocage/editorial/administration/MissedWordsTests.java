package org.bocage.editorial.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.bocage.cms.repository.EmptyStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@Tag("fast")
class MissedWordsTests {

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        FailedSearches words = words();
        words.nothingFor("Four à pain");
        stores.failing(words::save);
        words.nothingFor("four à pain");
        words.save();

        assertThat(words().mostOfMonth(9)).containsExactly(new FailedSearches.Missed("four à pain", 2));
    }

    private FailedSearches words() {
        return new FailedSearches(stores.get(), new StaticListableBeanFactory().getBeanProvider(Clock.class));
    }
}
