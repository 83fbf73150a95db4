package org.bocage.cms.site.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SlowRequestsTests {

    @Test
    void a_connection_that_is_closed_at_the_same_moment_keeps_no_other_slow_request_from_being_ended()
            throws Exception {
        SlowRequests requests = new SlowRequests();
        requests.setConnectionTimeout(1);
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("localhost", 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel slow = server.accept()) {
            NioChannel open = new NioChannel(new SocketBufferHandler(16, 16, false));
            open.reset(slow, new NioSocketWrapper(open, new NioEndpoint()));
            // Tomcat leaves no channel in one that it closes
            waiting(requests, new NioChannel(new SocketBufferHandler(16, 16, false)));
            waiting(requests, new NioChannel(new SocketBufferHandler(16, 16, false)));
            waiting(requests, open);

            requests.look();

            assertThat(slow.socket().isInputShutdown()).isTrue();
            assertThat(client.isOpen()).isTrue();
        }
    }

    private static void waiting(SlowRequests requests, NioChannel channel) {
        NioSocketWrapper connection = new NioSocketWrapper(channel, new NioEndpoint());
        connection.interestOps(SelectionKey.OP_READ);
        requests.incoming.put(connection, new SlowRequests.Incoming(connection, new Request()));
    }
}
