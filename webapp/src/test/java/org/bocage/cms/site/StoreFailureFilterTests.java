package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.bocage.cms.repository.failures.DatabasePatience;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whatever fails for want of the stores, or of room in them, is told as that; nothing else is. */
class StoreFailureFilterTests {

    private final RepositoryFailure away =
            new RepositoryFailure("it cannot be read", new SQLException("the connection was refused", "08001"));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/agenda");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void answer(FilterChain chain) throws Exception {
        new StoreFailureFilter().doFilter(request, response, chain);
    }

    @Test
    void a_page_that_nobody_read_before_is_asked_for_again_in_a_moment() throws Exception {
        answer((asked, answered) -> {
            answered.getWriter().write("half a page");
            throw new ServletException(away);
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsString())
                .contains("Sa base de données ne répond pas")
                .doesNotContain("half a page");
    }

    @Test
    void who_asks_for_JSON_gets_JSON() throws Exception {
        request.addHeader("Accept", "application/json");
        answer((asked, answered) -> {
            throw away;
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getContentAsString()).contains("storeAway");
    }

    @Test
    void who_has_something_kept_while_there_is_no_room_is_told_and_so_is_a_machine() throws Exception {
        answer((asked, answered) -> {
            throw new ServletException(new StoreFull("no room"));
        });

        assertThat(response.getStatus()).isEqualTo(507);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsString()).contains("Il n’y a plus de place", "encore dans le formulaire");

        request.addHeader("Accept", "application/json");
        response.reset();
        answer((asked, answered) -> {
            throw new StoreFull("no room");
        });

        assertThat(response.getStatus()).isEqualTo(507);
        assertThat(response.getContentAsString()).contains("\"error\"", "insufficientStorage");
    }

    @Test
    void a_request_has_a_patience_of_its_own_which_ends_with_it() throws Exception {
        answer((asked, answered) -> {
            assertThat(DatabasePatience.isOfRequest()).isTrue();
            DatabasePatience.lose();
            assertThat(DatabasePatience.isOver()).isTrue();
            throw away;
        });

        assertThat(DatabasePatience.isOfRequest()).isFalse();
        answer((asked, answered) -> assertThat(DatabasePatience.isOver()).isFalse());
    }

    @Test
    void another_failure_goes_on_and_so_does_one_amid_an_answer() {
        assertThatThrownBy(() -> answer((asked, answered) -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .hasMessage("a fault of ours");
        assertThatThrownBy(() -> answer((asked, answered) -> {
                    answered.flushBuffer();
                    throw away;
                }))
                .isSameAs(away);
    }
}
