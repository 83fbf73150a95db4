package org.bocage.cms.definition.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.AntPathMatcher;

/** The files of the light modules as listed at one moment. */
public final class ResourceTree implements Resources {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceTree.class);
    public static final int MAX_DEPTH = 32;
    private static final int MAX_FILES = 100_000;
    private static final String PACKAGED = "classpath*:light-modules/";

    /** Magnolia's, and the folder of npm, which a light module under development often holds. */
    private static final Set<String> EXCLUDED =
            Set.of("META-INF", "WEB-INF", "cache", "docroot", "logs", "repositories", "tmp", "node_modules");

    private final TreeMap<String, Resource> byPath = new TreeMap<>();
    /** Files of the last layer, whether others win over them or not. */
    private TreeMap<String, Resource> base = new TreeMap<>();

    private ResourceTree() {}

    /** Lists folders, the first one winning. */
    public static ResourceTree ofFolders(List<Path> folders) {
        ResourceTree tree = new ResourceTree();
        folders.forEach(tree::addFolder);
        return tree;
    }

    /** Lists folders, the first one winning, and behind them all what the application is packaged with. */
    public static ResourceTree ofFolders(List<Path> folders, ResourceTree packaged) {
        ResourceTree tree = ofFolders(folders);
        if (!packaged.byPath.isEmpty()) {
            tree.base = packaged.byPath;
            packaged.byPath.values().forEach(tree::add);
        }
        return tree;
    }

    /** Lists what the application is packaged with. */
    public static ResourceTree packaged() {
        ResourceTree tree = new ResourceTree();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (org.springframework.core.io.Resource root : resolver.getResources(PACKAGED)) {
                String prefix = root.getURL().toString();
                for (org.springframework.core.io.Resource file : resolver.getResources(prefix + "**")) {
                    String path = "/" + file.getURL().toString().substring(prefix.length());
                    if (file.isReadable() && !path.endsWith("/")) {
                        tree.add(new ClassPathFile(path, file));
                    }
                }
            }
            tree.base = tree.byPath;
        } catch (IOException e) {
            throw new IllegalStateException("the packaged light modules cannot be read", e);
        }
        return tree;
    }

    /** Whether a folder of that name is part of the tree. */
    public static boolean isListed(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return !name.startsWith(".") && !EXCLUDED.contains(name);
    }

    private void addFolder(Path folder) {
        base = new TreeMap<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Listing(folder));
        } catch (IOException e) {
            LOG.warn("folder of light modules {} cannot be listed: {}", folder, e.toString());
        }
    }

    private void add(Resource resource) {
        byPath.putIfAbsent(resource.path(), resource);
    }

    @Override
    public List<Resource> own() {
        return byPath.values().stream()
                .filter(resource -> base.get(resource.path()) != resource)
                .toList();
    }

    @Override
    public Optional<Resource> base(String path) {
        return Optional.ofNullable(base.get(path));
    }

    @Override
    public Optional<Resource> get(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    @Override
    public List<Resource> matching(Pattern path) {
        return byPath.values().stream()
                .filter(resource -> path.matcher(resource.path()).matches())
                .toList();
    }

    @Override
    public List<Resource> matching(String antPattern) {
        AntPathMatcher matcher = new AntPathMatcher();
        return byPath.values().stream()
                .filter(resource -> matcher.match(antPattern, resource.path()))
                .toList();
    }

    /** Adds the files of one folder; one that cannot be read is logged and left out. */
    private final class Listing extends SimpleFileVisitor<Path> {

        private final Path folder;

        Listing(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean listed = directory.equals(folder) || isListed(directory);
            return listed ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (byPath.size() >= MAX_FILES) {
                LOG.warn("more than {} files in the light modules, those after {} are left out", MAX_FILES, file);
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile()) {
                String path = "/" + folder.relativize(file).toString().replace('\\', '/');
                Resource resource = new FolderFile(
                        path,
                        file,
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant());
                base.put(path, resource);
                add(resource);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            LOG.warn("{} of the light modules is left out: {}", file, failure.toString());
            return FileVisitResult.CONTINUE;
        }
    }

    /** A resource that keeps the hash of its content. */
    private abstract static class Hashed implements Resource {

        private volatile @Nullable String hash;

        @Override
        public String hash() throws IOException {
            String known = hash;
            if (known != null) {
                return known;
            }
            try (InputStream in = open()) {
                String computed = HexFormat.of().formatHex(DigestUtils.sha256(in), 0, 8);
                hash = computed;
                return computed;
            }
        }
    }

    private static final class FolderFile extends Hashed {

        private final String path;
        private final Path file;
        private final long size;
        private final Instant lastModified;

        FolderFile(String path, Path file, long size, Instant lastModified) {
            this.path = path;
            this.file = file;
            this.size = size;
            this.lastModified = lastModified;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Instant lastModified() {
            return lastModified;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private static final class ClassPathFile extends Hashed {

        private final String path;
        private final org.springframework.core.io.Resource resource;
        private final long size;
        private final Instant lastModified;

        ClassPathFile(String path, org.springframework.core.io.Resource resource) throws IOException {
            this.path = path;
            this.resource = resource;
            this.size = resource.contentLength();
            this.lastModified = Instant.ofEpochMilli(resource.lastModified());
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Instant lastModified() {
            return lastModified;
        }

        @Override
        public InputStream open() throws IOException {
            return resource.getInputStream();
        }
    }
}
