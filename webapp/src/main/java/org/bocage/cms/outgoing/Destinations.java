package org.bocage.cms.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are everybody's (IANA's registries of special purposes): all others lead into some private network. Forms of
 * IPv6 that carry an address of IPv4 are judged by it, or refused altogether.
 */
final class Destinations {

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/3"));

    /** Of IPv6 only this is given out; within it these are special: tunnels, tests, examples, 6to4. */
    private static final Block GIVEN_OUT = Block.of("2000::/3");

    private static final List<Block> SPECIAL_6 =
            List.of(Block.of("2001::/23"), Block.of("2001:db8::/32"), Block.of("2002::/16"), Block.of("3fff::/20"));

    /** Where a network without IPv4 reaches servers that have nothing else. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private Destinations() {}

    /** Whether an address is everybody's. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL.stream().noneMatch(block -> block.contains(bytes));
        }
        if (address instanceof Inet6Address six && NAT64.contains(bytes)) {
            return isPublic(carried(six));
        }
        return GIVEN_OUT.contains(bytes) && SPECIAL_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static InetAddress carried(Inet6Address address) {
        byte[] all = address.getAddress();
        byte[] last = new byte[IPV4_BYTES];
        System.arraycopy(all, all.length - IPV4_BYTES, last, 0, IPV4_BYTES);
        try {
            return InetAddress.getByAddress(last);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Addresses that begin alike. */
    private record Block(InetAddress start, int bits) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            try {
                return new Block(
                        InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(byte[] address) {
            byte[] mine = start.getAddress();
            if (mine.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((mine[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
