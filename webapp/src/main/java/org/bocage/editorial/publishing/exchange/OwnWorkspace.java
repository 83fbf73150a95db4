package org.bocage.editorial.publishing.exchange;

/** Extension point: a workspace of what people sent or subscribed to here, which is not exchanged with another installation. */
public record OwnWorkspace(String name) {}
