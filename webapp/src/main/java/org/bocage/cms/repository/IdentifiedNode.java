package org.bocage.cms.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.jcr.ImportUUIDBehavior;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.util.Text;

/** Adds nodes with an identifier that somebody else chose: JCR's way to that is the import of a system view. */
public final class IdentifiedNode {

    private static final String SYSTEM_VIEW = """
            <sv:node xmlns:sv="http://www.jcp.org/jcr/sv/1.0" xmlns:jcr="http://www.jcp.org/jcr/1.0"\
             xmlns:mgnl="https://www.magnolia-cms.com/jcr/mgnl" sv:name="%s">\
            <sv:property sv:name="jcr:primaryType" sv:type="Name"><sv:value>%s</sv:value></sv:property>\
            <sv:property sv:name="jcr:uuid" sv:type="String"><sv:value>%s</sv:value></sv:property>\
            </sv:node>""";

    private IdentifiedNode() {}

    /** Adds a bare node. */
    public static Node add(Node parent, String name, String type, String identifier) throws RepositoryException {
        String xml = SYSTEM_VIEW.formatted(
                Text.encodeIllegalXMLCharacters(name),
                Text.encodeIllegalXMLCharacters(type),
                Text.encodeIllegalXMLCharacters(identifier));
        try {
            parent.getSession()
                    .importXML(
                            parent.getPath(),
                            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                            ImportUUIDBehavior.IMPORT_UUID_COLLISION_THROW);
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
        return parent.getNode(name);
    }
}
