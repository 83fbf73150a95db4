package org.bocage.portal.moving;

import java.io.IOException;
import java.util.List;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Actor;
import org.bocage.portal.moving.reading.UnreadableExport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Job that does what somebody asked for of a move: takes it in, puts it on line, takes it back. One move after the other, so that two of
 * the same site do not meet; what a stop of the portal broke off is begun again, and does nothing twice.
 */
@Component
class MovingIn {

    /** Name of the thread, which holds up no other job. */
    static final String THREAD = "movingScheduler";

    private static final Logger log = LoggerFactory.getLogger(MovingIn.class);
    private static final int MOST_STOPS = 50;

    private final ItemByItem items = new ItemByItem("MovingIn.goOn");
    private final Moves moves;
    private final TakingIn taking;
    private final MovedItems moved;
    private final Accounts accounts;

    MovingIn(Moves moves, TakingIn taking, MovedItems moved, Accounts accounts) {
        this.moves = moves;
        this.taking = taking;
        this.moved = moved;
        this.accounts = accounts;
    }

    /** Goes on with the moves that are under way, the first sent first. */
    @OnEachMachine
    @Scheduled(fixedDelay = 2_000, initialDelay = 4_000, scheduler = THREAD)
    void goOn() {
        List<Move> underWay =
                moves.all().stream().filter(one -> one.stage().isUnderWay()).toList();
        if (!underWay.isEmpty()) {
            items.run(round -> {
                for (int i = underWay.size() - 1; i >= 0; i--) {
                    Move move = underWay.get(i);
                    round.attempt(move.id(), () -> work(move));
                }
            });
        }
    }

    /** Forgets moves that nobody has touched for a month. */
    @OnEachMachine
    @Scheduled(cron = "0 20 4 * * *", zone = "Europe/Paris")
    void sweep() {
        items.run(round -> round.attempt("old moves", moves::sweep));
    }

    private void work(Move move) throws IOException {
        Account account = accounts.find(move.by()).orElse(null);
        if (account == null) {
            moves.save(move.at(Move.Stage.READ).stoppedBy("no-account"));
            return;
        }
        Actor by = new Actor(account.name(), account.displayName(), account.roles());
        switch (move.stage()) {
            case TAKING_IN -> takeIn(move, by);
            case PUBLISHING -> {
                int online = moved.publish(move, by);
                MoveProgress now = move.progress();
                moves.save(move.with(new MoveProgress(
                                now.total(),
                                now.seen(),
                                now.added(),
                                now.same(),
                                (int) moved.publishable(move),
                                now.aside(),
                                now.pictures(),
                                now.lost(),
                                now.online() + online))
                        .at(Move.Stage.PUBLISHED));
            }
            case TAKING_BACK -> {
                int staying = moved.takeBack(move, by);
                moves.save(move.with(new MoveProgress(0, 0, staying, 0, 0, 0, 0, 0, 0))
                        .at(Move.Stage.TAKEN_BACK));
            }
            case READ, TAKEN_IN, PUBLISHED, TAKEN_BACK -> log.debug("Nothing is asked for of {}", move.id());
        }
    }

    private void takeIn(Move move, Actor by) throws IOException {
        try {
            moves.save(taking.run(move, by).at(Move.Stage.TAKEN_IN));
            log.info("{} moved in", move.name());
        } catch (UnreadableExport e) {
            moves.save(move.at(Move.Stage.READ).stoppedBy(e.reason()));
        } catch (TakingIn.Stopped e) {
            log.error("{} of {} cannot be taken, and is left aside", e.item(), move.name(), e);
            Move next = move.passing(e.item());
            moves.save(
                    next.passed().size() > MOST_STOPS ? next.at(Move.Stage.READ).stoppedBy("failed") : next);
        }
    }
}
