package org.bocage.cms.repository.maintenance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk of a few megabytes, in memory, that only a child process and what it starts see; it needs no rights of this one. */
final class SmallDisk {

    private SmallDisk() {}

    /** Runs a class with a main method with what bin/portal gives, and returns what it said; its first argument is the disk. */
    static List<String> run(Path folder, int megabytes, Class<?> main, String... arguments) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        return Nights.run(Stream.of(
                        Stream.of(
                                "unshare",
                                "-rm",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size=" + megabytes + "m none \"$0\" && exec \"$@\"",
                                disk.toString()),
                        Nights.java(main),
                        Stream.of(disk.toString()),
                        Stream.of(arguments))
                .flatMap(each -> each)
                .toList());
    }
}
