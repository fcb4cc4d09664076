package liveroom.app.studio;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.text.Messages;
import liveroom.transport.Room;
import liveroom.transport.TransportException;

/// How far the room reaches, and the links that lead to it. Free-threaded; moving the room is for one thread at a time.
final class Sharing {
    private final Room room;
    private final Settings.Network network;
    private final NoticeBoard notices;
    private final Messages messages;
    private volatile Reach reach;

    Sharing(Room room, Settings.Network network, NoticeBoard notices, Messages messages) {
        this.room = room;
        this.network = network;
        this.notices = notices;
        this.messages = messages;
        this.reach = isLoopback(network.bind()) ? Reach.THIS_COMPUTER : Reach.NETWORK;
    }

    Reach reach() {
        return reach;
    }

    List<ShareLink> links(RoomPass pass) {
        try {
            String here = messages.text("link.thisComputer");
            List<ShareLink> links = new ShareLinks(pass, room.port(), room.securePort())
                    .list(reach, bind(reach), network.publicUrl(), here);
            notices.settle(Notice.Subject.ROOM);
            return links;
        } catch (RuntimeException e) {
            notices.post(Notice.Severity.WARNING, Notice.Subject.ROOM, messages.text("room.noLinks"));
            throw e;
        }
    }

    /// The producers' page, at the address that reaches farthest.
    String producerLink(RoomPass pass) {
        URI viewers = links(pass).getLast().uri();
        return viewers.resolve("/producer") + "#" + pass.producerKey();
    }

    /// Makes the room listen there; a notice says so where it cannot.
    void share(Reach newReach) {
        try {
            room.rebind(address(bind(newReach)));
            reach = newReach;
            notices.settle(Notice.Subject.NETWORK);
        } catch (TransportException e) {
            notices.post(
                    Notice.Severity.ERROR,
                    Notice.Subject.NETWORK,
                    messages.text("room.cannotMove", String.valueOf(e.getMessage())));
        }
    }

    /// What to listen on: as the host chose where that reaches as far as it should, else the usual address.
    private String bind(Reach far) {
        String chosen = network.bind();
        return switch (far) {
            case THIS_COMPUTER -> isLoopback(chosen) ? chosen : Settings.Network.THIS_COMPUTER;
            case NETWORK -> isLoopback(chosen) ? Settings.Network.EVERYWHERE : chosen;
        };
    }

    static InetAddress address(String bind) throws TransportException {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new TransportException(
                    TransportException.Code.ADDRESS_UNUSABLE, "'" + bind + "' is not an address of this computer.", e);
        }
    }

    private static boolean isLoopback(String bind) {
        return bind.startsWith("127.") || bind.equals("::1") || bind.equals("localhost");
    }
}
