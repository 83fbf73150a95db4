package org.bocage.portal.fediverse;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.Hits;
import org.bocage.portal.feeds.Feeds;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever asks for the page of an item as an object of ActivityStreams to that object: so an address that somebody pastes into
 * the search of Mastodon finds it (ActivityPub, 3.2). It stands before the page cache, which knows pages alone.
 */
@Component
@Order(-1)
class ActivityFilter extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile(
            "/(agenda|actualites/[0-9]{4})/([a-z0-9]{1,200}(?:-[a-z0-9]{1,200}){0,100})(?:/[0-9]{4}-[0-9]{2}-[0-9]{2})?(?:\\.html)?");

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;
    private final ContentIndexes indexes;
    private final Feeds feeds;

    ActivityFilter(FediverseSwitch fediverse, FediverseAddresses addresses, ContentIndexes indexes, Feeds feeds) {
        this.fediverse = fediverse;
        this.addresses = addresses;
        this.indexes = indexes;
        this.feeds = feeds;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> object = wantsActivity(request) && fediverse.isOn() ? object(request) : Optional.empty();
        if (object.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", object.get());
            response.setHeader("Vary", "Accept");
            response.setHeader("Cache-Control", "no-store");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean wantsActivity(HttpServletRequest request) {
        String types =
                String.join(",", Collections.list(request.getHeaders("Accept"))).toLowerCase(Locale.ROOT);
        return request.getMethod().equals("GET") && isActivity(types);
    }

    private static boolean isActivity(String types) {
        return types.contains("application/activity+json")
                || (types.contains("application/ld+json") && types.contains("activitystreams"));
    }

    private Optional<String> object(HttpServletRequest request) {
        Matcher page = PAGE.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (!page.matches()) {
            return Optional.empty();
        }
        LocalActor actor = page.group(1).equals("agenda") ? LocalActor.AGENDA : LocalActor.ACTUS;
        return indexes
                .published()
                .find(actor.items().where("@name", page.group(2)).page(0, 1), feeds.visitor())
                .hits()
                .stream()
                .findFirst()
                .map(Hits.Hit::id)
                .map(addresses::object);
    }
}
