package liveroom.app.studio;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;

/// The addresses under which the viewer page can be opened. On the network each has a link by HTTP and, if the studio
/// serves it, one by HTTPS; on this computer browsers trust HTTP as well.
///
/// @param port where the studio listens for HTTP
/// @param securePort where it listens for HTTPS, if it does
record ShareLinks(RoomPass room, int port, OptionalInt securePort) {
    /// Lists the links, this computer first, then each address of this machine if the network can reach the studio,
    /// then the public address if there is one.
    ///
    /// @param bind the address that the studio listens on; a wildcard means every address
    List<ShareLink> list(Reach reach, String bind, String publicUrl, String thisComputer) {
        List<ShareLink> links = new ArrayList<>();
        if (isWildcard(bind) || reach == Reach.THIS_COMPUTER) {
            String own = isWildcard(bind) ? Settings.Network.THIS_COMPUTER : bind;
            links.add(link(ShareLink.Kind.THIS_COMPUTER, thisComputer, "http", own, port));
        }
        if (reach == Reach.NETWORK) {
            links.addAll(isWildcard(bind) ? ofInterfaces() : ofAddress(bind, bind));
        }
        if (!publicUrl.isEmpty()) {
            URI uri = URI.create(publicUrl.replaceAll("/+$", "") + tail());
            links.add(new ShareLink(ShareLink.Kind.PUBLIC, uri.getHost(), uri));
        }
        return List.copyOf(links);
    }

    private String tail() {
        return "/watch/" + room.id() + "#" + room.key();
    }

    private static boolean isWildcard(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::");
    }

    private List<ShareLink> ofInterfaces() {
        List<ShareLink> links = new ArrayList<>();
        try {
            for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!device.isUp() || device.isLoopback()) {
                    continue;
                }
                for (InetAddress address : Collections.list(device.getInetAddresses())) {
                    if (address instanceof Inet4Address && !address.isLinkLocalAddress()) {
                        links.addAll(ofAddress(device.getDisplayName(), address.getHostAddress()));
                    }
                }
            }
        } catch (SocketException _) {
            // The system does not tell its addresses: what was found so far is what can be offered.
            return links;
        }
        return links;
    }

    private List<ShareLink> ofAddress(String label, String address) {
        List<ShareLink> links = new ArrayList<>();
        links.add(link(ShareLink.Kind.NETWORK, label, "http", address, port));
        securePort.ifPresent(secure -> links.add(link(ShareLink.Kind.NETWORK, label, "https", address, secure)));
        return links;
    }

    /// An IPv6 address stands in brackets.
    private ShareLink link(ShareLink.Kind kind, String label, String scheme, String address, int at) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return new ShareLink(kind, label, URI.create(scheme + "://" + host + ":" + at + tail()));
    }
}
