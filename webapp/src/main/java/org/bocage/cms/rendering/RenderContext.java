package org.bocage.cms.rendering;

import freemarker.template.ObjectWrapper;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.repository.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** State of one rendering: the nodes read, the attributes that {@code ctx} shows, the outcome. */
public final class RenderContext {

    private final RenderRequest request;
    private final Definitions definitions;
    private final Store store;
    private final NodeReader nodes;
    private final ObjectWrapper wrapper;
    private final Addresses addresses;
    private final Instant now;
    private final FragmentCache parts;
    private final int largest;
    private final Map<String, Object> attributes = new HashMap<>();
    private final MissingNodes missing = new MissingNodes();
    private final ContentMap main;
    private ContentMap current;
    private int status = 200;
    private boolean complete = true;
    private @Nullable String location;
    private String contentType = RenderedPage.HTML;
    private @Nullable Insert insert;
    private @Nullable ContentNode tried;

    public RenderContext(
            RenderRequest request,
            Definitions definitions,
            Store store,
            NodeReader nodes,
            ObjectWrapper wrapper,
            ContentNode main,
            String extension,
            Instant now,
            FragmentCache parts,
            int largest) {
        this.request = request;
        this.definitions = definitions;
        this.store = store;
        this.nodes = nodes;
        this.wrapper = wrapper;
        this.now = now;
        this.parts = parts;
        this.largest = largest;
        this.main = new ContentMap(this, main, ContentMap.Wrapping.FULL);
        this.current = this.main;
        this.addresses =
                new Addresses(definitions, request, nodes, extension, isDefaultLocale() ? "" : "/" + request.locale());
    }

    public Instant now() {
        return now;
    }

    public RenderRequest request() {
        return request;
    }

    /** The request, for what is told of it to scripts: what they draw of that is for this request alone. */
    public RenderRequest asked() {
        nodes.notes().bind();
        return request;
    }

    public FragmentCache parts() {
        return parts;
    }

    /** Room for what a script writes. */
    public StringWriter buffer() {
        return new PageWriter(largest);
    }

    public Definitions definitions() {
        return definitions;
    }

    public Store store() {
        return store;
    }

    public NodeReader nodes() {
        return nodes;
    }

    public ObjectWrapper wrapper() {
        return wrapper;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The node the address stands for. */
    public ContentMap main() {
        return main;
    }

    /** The node that the running script shows. */
    public ContentMap current() {
        return current;
    }

    public void setCurrent(ContentMap content) {
        current = content;
    }

    public MissingNodes missing() {
        return missing;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    boolean isDefaultLocale() {
        SiteDefinition.Locales locales = definitions.site().locales();
        return !locales.enabled() || request.locale().equals(locales.byDefault());
    }

    public Locale locale() {
        return request.locale();
    }

    public Optional<String> parameter(String name) {
        List<String> values = asked().parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns the content that the request handler puts into the page. */
    public Optional<Insert> insert() {
        nodes.notes().bind();
        return Optional.ofNullable(insert);
    }

    public void setInsert(Insert given) {
        insert = given;
    }

    /** The item that the session holds without its being saved, which no index knows. */
    public Optional<ContentNode> tried() {
        return Optional.ofNullable(tried);
    }

    public void setTried(ContentNode item) {
        tried = item;
    }

    /** A node that nothing wraps, as functions give it. */
    public ContentMap plain(ContentNode node) {
        return new ContentMap(this, node, ContentMap.Wrapping.NONE);
    }

    public void setStatus(int code) {
        nodes.notes().bind();
        status = code;
    }

    public void redirectTo(int code, String address) {
        nodes.notes().bind();
        status = code;
        location = address;
    }

    public void setLocation(String address) {
        nodes.notes().bind();
        location = address;
    }

    /**
     * Sets the media type of the answer.
     *
     * @throws IllegalArgumentException when it is no media type
     */
    public void setContentType(String type) {
        nodes.notes().bind();
        MediaType media = MediaType.parseMediaType(type);
        contentType = media.getType() + "/" + media.getSubtype() + ";charset=UTF-8";
    }

    public void leftOut() {
        nodes.notes().bind();
        complete = false;
    }

    public RenderedPage outcome(String html) {
        return new RenderedPage(
                html,
                status,
                Optional.ofNullable(location),
                contentType,
                complete,
                nodes.notes().reads());
    }
}
