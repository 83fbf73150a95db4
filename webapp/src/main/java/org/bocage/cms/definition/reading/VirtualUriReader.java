package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.definition.yaml.Fault;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;

/** Reads virtual URI mappings (spec 9): there are no aliases, only classes. */
public final class VirtualUriReader {

    private VirtualUriReader() {}

    public static Optional<VirtualUriMapping> read(RawDefinitions.Resolved definition, Report report) {
        Bean bean = new Bean(definition.raw(), definition.file().name(), report);
        String className = bean.text("class");
        String fromUri = bean.text("fromUri");
        String toUri = bean.text("toUri");
        try {
            VirtualUriMapping mapping =
                    mapping(className.substring(className.lastIndexOf('.') + 1), definition, bean, fromUri, toUri);
            bean.finish();
            return Optional.of(mapping);
        } catch (Fault fault) {
            report.severe(fault);
            return Optional.empty();
        }
    }

    private static VirtualUriMapping mapping(
            String type, RawDefinitions.Resolved definition, Bean bean, String fromUri, String toUri) throws Fault {
        Raw.Spot spot = bean.raw().spot();
        boolean hostBased = type.startsWith("HostBased");
        if (fromUri.isEmpty() || (toUri.isEmpty() && !hostBased)) {
            throw Fault.severe(spot, "uri.incomplete");
        }
        SourceFile source = definition.file().source();
        String id = definition.id();
        return switch (type) {
            case "DefaultVirtualUriMapping" -> new VirtualUriMapping.Simple(id, fromUri, toUri, source);
            case "RegexpVirtualUriMapping" -> new VirtualUriMapping.Regexp(id, regexp(fromUri, spot), toUri, source);
            case "RotatingVirtualUriMapping" ->
                new VirtualUriMapping.Rotating(
                        id,
                        fromUri,
                        toUri,
                        bean.integer("start", 1),
                        bean.integer("end", 3),
                        bean.integer("padding", 2),
                        source);
            case "HostBasedVirtualUriMapping" ->
                new VirtualUriMapping.HostBased(id, fromUri, false, hosts(bean), source);
            case "HostBasedRegexpVirtualUriMapping" ->
                new VirtualUriMapping.HostBased(id, regexp(fromUri, spot), true, hosts(bean), source);
            default -> throw Fault.severe(spot, "uri.class", type.isEmpty() ? bean.type() : type);
        };
    }

    private static String regexp(String fromUri, Raw.Spot spot) throws Fault {
        try {
            return Pattern.compile(fromUri).pattern();
        } catch (PatternSyntaxException e) {
            throw Fault.severe(spot, "uri.regexp", fromUri);
        }
    }

    private static List<VirtualUriMapping.Host> hosts(Bean bean) {
        List<VirtualUriMapping.Host> hosts = new ArrayList<>();
        bean.children("mappings")
                .forEach(host -> hosts.add(new VirtualUriMapping.Host(host.text("host"), host.text("toUri"))));
        return List.copyOf(hosts);
    }
}
