package org.bocage.editorial.jobs;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Last run of each job that has an hour, kept in the author store at {@code config:/jobs/<key>}, so that a start knows what was
 * missed. Jobs of every few seconds or minutes are not kept: they would write all day, and come back by themselves.
 */
@Component
final class JobRuns {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String FOLDER = "jobs";
    /** When the last run began; before the first one, since when the job is known. */
    private static final String SINCE = "since";

    private static final String RESULT = "result";
    private static final String MESSAGE = "message";
    private static final String FAILURES = "failures";
    private static final String TRIED = "tried";
    private static final String NAMED = "named";

    private final WritableStore author;

    JobRuns(Stores stores) {
        this.author = stores.author();
    }

    /** How a run ended. */
    private enum Result {
        DONE,
        FAILED
    }

    /**
     * Record of a job.
     *
     * @param since nothing that was due before is owed
     * @param run null before its first one
     */
    record Kept(Instant since, @Nullable JobRun run) {}

    /** Returns all records, by the key of the job. */
    Map<String, Kept> all() {
        return author.read(Identity.SYSTEM, session -> {
            Map<String, Kept> all = new HashMap<>();
            Optional<Node> folder = folder(session);
            if (folder.isPresent()) {
                for (NodeIterator jobs = folder.get().getNodes(); jobs.hasNext(); ) {
                    Node job = jobs.nextNode();
                    all.put(job.getName(), kept(job));
                }
            }
            return all;
        });
    }

    private static Optional<Node> folder(Session session) throws RepositoryException {
        return CONFIG.exists(session) ? CONFIG.node(session, "/" + FOLDER) : Optional.empty();
    }

    private static Kept kept(Node job) throws RepositoryException {
        Instant since = job.getProperty(SINCE).getDate().toInstant();
        if (!job.hasProperty(RESULT)) {
            return new Kept(since, null);
        }
        boolean failed = job.getProperty(RESULT).getString().equals(Result.FAILED.name());
        return new Kept(since, new JobRun(since, failed ? failure(job) : null));
    }

    private static JobFailure failure(Node job) throws RepositoryException {
        return new JobFailure(
                job.getProperty(MESSAGE).getString(),
                (int) job.getProperty(FAILURES).getLong(),
                (int) job.getProperty(TRIED).getLong(),
                job.getProperty(NAMED).getString());
    }

    /** Notes a run that came to its end. */
    void note(String key, JobRun run) {
        author.update(Identity.SYSTEM, session -> {
            Node job = job(session, key);
            job.setProperty(SINCE, Dates.utc(run.began()));
            JobFailure failure = run.failure();
            job.setProperty(RESULT, (failure == null ? Result.DONE : Result.FAILED).name());
            if (failure == null) {
                for (String property : List.of(MESSAGE, FAILURES, TRIED, NAMED)) {
                    if (job.hasProperty(property)) {
                        job.getProperty(property).remove();
                    }
                }
            } else {
                job.setProperty(MESSAGE, failure.message());
                job.setProperty(FAILURES, failure.failures());
                job.setProperty(TRIED, failure.tried());
                job.setProperty(NAMED, failure.named());
            }
        });
    }

    /** Notes since when the jobs that have no record are known, and forgets records of jobs that are no more; one save, or none. */
    void begin(Set<String> keys, Instant now) {
        Set<String> known = all().keySet();
        Set<String> gone = new HashSet<>(known);
        gone.removeAll(keys);
        Set<String> added = new HashSet<>(keys);
        added.removeAll(known);
        if (gone.isEmpty() && added.isEmpty()) {
            return;
        }
        author.update(Identity.SYSTEM, session -> {
            for (String key : added) {
                job(session, key).setProperty(SINCE, Dates.utc(now));
            }
            for (String key : gone) {
                job(session, key).remove();
            }
        });
    }

    private static Node job(Session session, String key) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        Node folder = root.hasNode(FOLDER) ? root.getNode(FOLDER) : root.addNode(FOLDER, "mgnl:contentNode");
        return folder.hasNode(key) ? folder.getNode(key) : folder.addNode(key, "mgnl:contentNode");
    }
}
