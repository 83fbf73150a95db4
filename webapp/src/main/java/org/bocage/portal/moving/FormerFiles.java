package org.bocage.portal.moving;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.jspecify.annotations.Nullable;

/**
 * Files of the former site: in a zip or a folder of its uploads, whatever lies above them there, else on its server, where one guard
 * says what may be asked for.
 */
final class FormerFiles implements Closeable {

    private static final int MOST_FILES = 200_000;
    private static final int MOST_BYTES = 15 * 1024 * 1024;
    /** A picture that WordPress made smaller: {@code -300x200}. */
    private static final Pattern SMALLER =
            Pattern.compile("-[0-9]{1,5}x[0-9]{1,5}(?=\\.[A-Za-z]{3,4}$)|-scaled(?=\\.[A-Za-z]{3,4}$)");

    private final @Nullable ZipFile zip;
    private final @Nullable Path root;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final @Nullable OutgoingHttp web;
    private final String site;

    /**
     * @param media zip or folder; empty for none
     * @param web asked for what is not there; null when nobody is to be asked
     * @param site address that those without a server belong to
     */
    FormerFiles(Optional<Path> media, @Nullable OutgoingHttp web, String site) throws IOException {
        this.web = web;
        this.site = site;
        boolean isFolder = media.filter(Files::isDirectory).isPresent();
        this.root = isFolder ? media.get() : null;
        this.zip = media.isPresent() && !isFolder ? new ZipFile(media.get().toFile()) : null;
        if (zip != null) {
            zip.stream()
                    .filter(one -> !one.isDirectory())
                    .map(ZipEntry::getName)
                    .limit(MOST_FILES)
                    .forEach(this::know);
        } else if (root != null) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .limit(MOST_FILES)
                        .forEach(one -> know(root.relativize(one).toString().replace('\\', '/')));
            }
        }
    }

    private void know(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(path);
    }

    /** Outcome of looking for a file. */
    sealed interface Found {
        /** It is here. */
        record Bytes(String name, InputStream content) implements Found {}

        /** It is not, and why: a key. */
        record Missing(String reason) implements Found {}
    }

    /** The file of an address: as it was first sent, before a smaller one. */
    Found find(String address) throws IOException {
        String path = path(address);
        for (String one : candidates(path)) {
            Optional<Found> here = here(one);
            if (here.isPresent()) {
                return here.get();
            }
        }
        if (web == null) {
            return new Found.Missing("not-in-files");
        }
        String whole = whole(address);
        return whole.isEmpty() ? new Found.Missing("not-in-files") : fetched(whole, path);
    }

    private static Set<String> candidates(String path) {
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(SMALLER.matcher(path).replaceAll(""));
        candidates.add(path);
        return candidates;
    }

    private static String path(String address) {
        String path = address.replaceFirst("(?i)^(https?:)?//[^/]+", "").replaceFirst("[?#].*$", "");
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** The file of that name whose folders are most like those of the address. */
    private Optional<Found> here(String path) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String best = "";
        int most = -1;
        for (String one : byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())) {
            int alike = alike(one, path);
            if (alike > most) {
                most = alike;
                best = one;
            }
        }
        if (most < 0) {
            return Optional.empty();
        }
        if (zip != null) {
            return Optional.of(new Found.Bytes(name, zip.getInputStream(zip.getEntry(best))));
        }
        return root == null
                ? Optional.empty()
                : Optional.of(new Found.Bytes(name, Files.newInputStream(root.resolve(best))));
    }

    /** How many last steps two paths share. */
    private static int alike(String one, String other) {
        List<String> mine = Arrays.asList(one.split("/"));
        List<String> theirs = Arrays.asList(other.split("/"));
        int alike = 0;
        while (alike < Math.min(mine.size(), theirs.size())
                && mine.get(mine.size() - 1 - alike).equalsIgnoreCase(theirs.get(theirs.size() - 1 - alike))) {
            alike++;
        }
        return alike;
    }

    private String whole(String address) {
        try {
            if (address.startsWith("//")) {
                return "https:" + address;
            }
            return address.matches("(?i)https?://.+") || site.isEmpty()
                    ? address
                    : URI.create(site).resolve(address).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Found fetched(String address, String path) {
        Answer answer = web == null ? null : web.get(address.replace(" ", "%20"), MOST_BYTES);
        if (answer instanceof Answer.Content content) {
            return new Found.Bytes(
                    path.substring(path.lastIndexOf('/') + 1),
                    new ByteArrayInputStream(content.bytes().all()));
        }
        return new Found.Missing(
                answer instanceof Answer.Nothing nothing ? nothing.why().key() : "not-in-files");
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
