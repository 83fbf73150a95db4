package org.bocage.portal.seats;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.portal.proposals.ProposalPages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Leads from the page on which an event is followed to the list of those who register. */
@Component
class ProposedSeats implements ProposalPages {

    private final Organisers organisers;
    private final MessageSource messages;
    private final Clock clock;

    ProposedSeats(Organisers organisers, MessageSource messages, Clock clock) {
        this.organisers = organisers;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Linked> of(Node item) throws RepositoryException {
        boolean isOpen = ItemState.isOnSite(item)
                && Gathering.of(item).stream().anyMatch(one -> Seats.isKept(one, clock.instant()));
        Organiser organiser = isOpen ? organisers.of(item.getSession(), item.getIdentifier()) : Organiser.NOBODY;
        return organiser.hasAccount() || !organiser.isReached()
                ? Optional.empty()
                : Optional.of(new Linked(
                        messages.getMessage("seats.who-comes", new Object[0], Locale.FRENCH), organiser.list()));
    }
}
