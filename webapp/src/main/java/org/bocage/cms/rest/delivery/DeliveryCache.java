package org.bocage.cms.rest.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.cms.rest.Language;
import org.bocage.cms.rest.RestAnswer;
import org.bocage.cms.rest.RestRequest;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cache of REST answers to visitors' applications, valid until something is published or the definitions change. Nodes
 * are read from the store and lists from the index, which takes a publication in later: an answer belongs to one state
 * of both.
 */
@Component
public class DeliveryCache {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private record Asked(Set<String> principals, String url, String query, Language language) {}

    private final boolean keeps;
    private final DefinitionRegistry registry;
    private final AtomicReference<StateCached<Cache<Asked, RestAnswer>>> answers;

    public DeliveryCache(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            @Value("${bocage.page-cache:true}") boolean keeps) {
        this.keeps = keeps;
        this.registry = registry;
        Supplier<Object> state =
                () -> new Read(stores.published().state(), indexes.published().state());
        this.answers = new AtomicReference<>(new StateCached<>(state, DeliveryCache::empty));
        registry.onReload(definitions -> answers.set(new StateCached<>(state, DeliveryCache::empty)));
    }

    /** All that answers are read from. */
    private record Read(Store.State store, ContentIndex.State index) {}

    private static Cache<Asked, RestAnswer> empty() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Asked asked, RestAnswer answer) ->
                        500 + asked.url().length() + asked.query().length() + answer.size())
                .build();
    }

    /** The answer that was kept, or else what is worked out; failures are not kept. */
    public RestAnswer of(
            RestRequest request,
            Definitions definitions,
            Identity reader,
            Language language,
            Supplier<RestAnswer> work) {
        if (!keeps || request.author() || !request.isVisitor()) {
            return work.get();
        }
        Cache<Asked, RestAnswer> kept = Objects.requireNonNull(answers.get()).get();
        Asked asked = new Asked(
                reader.principals(),
                request.http().getRequestURL().toString(),
                Optional.ofNullable(request.http().getQueryString()).orElse(""),
                language);
        RestAnswer known = kept.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        RestAnswer answer = work.get();
        if (registry.current() == definitions) {
            kept.put(asked, answer);
        }
        return answer;
    }
}
