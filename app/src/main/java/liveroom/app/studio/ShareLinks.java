package liveroom.app.studio;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;

/// The addresses under which the viewer page can be opened.
final class ShareLinks {
    private ShareLinks() {}

    /// Lists the links, this computer first, then each address of this machine if the network can reach the studio,
    /// then the public address if there is one.
    ///
    /// @param bind the address that the studio listens on; a wildcard means every address
    static List<ShareLink> of(
            RoomPass room, int port, Reach reach, String bind, String publicUrl, String thisComputer) {
        List<ShareLink> links = new ArrayList<>();
        String tail = "/watch/" + room.id() + "#" + room.key();
        if (isWildcard(bind) || reach == Reach.THIS_COMPUTER) {
            String own = isWildcard(bind) ? Settings.Network.THIS_COMPUTER : bind;
            links.add(link(ShareLink.Kind.THIS_COMPUTER, thisComputer, own, port, tail));
        }
        if (reach == Reach.NETWORK) {
            links.addAll(
                    isWildcard(bind)
                            ? ofInterfaces(port, tail)
                            : List.of(link(ShareLink.Kind.NETWORK, bind, bind, port, tail)));
        }
        if (!publicUrl.isEmpty()) {
            String base = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
            URI uri = URI.create(base + tail);
            links.add(new ShareLink(ShareLink.Kind.PUBLIC, uri.getHost(), uri));
        }
        return List.copyOf(links);
    }

    private static boolean isWildcard(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::");
    }

    private static List<ShareLink> ofInterfaces(int port, String tail) {
        List<ShareLink> links = new ArrayList<>();
        try {
            for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!device.isUp() || device.isLoopback()) {
                    continue;
                }
                for (InetAddress address : Collections.list(device.getInetAddresses())) {
                    if (address instanceof Inet4Address && !address.isLinkLocalAddress()) {
                        links.add(link(
                                ShareLink.Kind.NETWORK, device.getDisplayName(), address.getHostAddress(), port, tail));
                    }
                }
            }
        } catch (SocketException _) {
            // The system does not tell its addresses: what was found so far is what can be offered.
            return links;
        }
        return links;
    }

    /// An IPv6 address stands in brackets.
    private static ShareLink link(ShareLink.Kind kind, String label, String address, int port, String tail) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return new ShareLink(kind, label, URI.create("http://" + host + ":" + port + tail));
    }
}
