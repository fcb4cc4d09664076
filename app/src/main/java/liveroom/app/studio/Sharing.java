package liveroom.app.studio;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.text.Messages;
import liveroom.transport.Room;
import liveroom.transport.TransportException;

/// How far the room reaches, the links that lead to it, and the keys in them. Free-threaded; moving the room is for one
/// thread at a time.
final class Sharing {
    private final Room room;
    private final Settings.Network network;
    private final Consumer<UnaryOperator<Settings>> keep;
    private final NoticeBoard notices;
    private final Messages messages;
    private volatile RoomPass pass;
    private volatile String publicAddress;
    private volatile Reach reach;

    /// @param keep takes what is to outlive the studio: keys and the public address
    Sharing(
            Room room,
            Settings settings,
            Consumer<UnaryOperator<Settings>> keep,
            NoticeBoard notices,
            Messages messages) {
        this.room = room;
        this.network = settings.network();
        this.keep = keep;
        this.notices = notices;
        this.messages = messages;
        this.pass = settings.room();
        this.publicAddress = network.publicUrl();
        this.reach = isLoopback(network.bind()) ? Reach.THIS_COMPUTER : Reach.NETWORK;
    }

    Reach reach() {
        return reach;
    }

    String publicAddress() {
        return publicAddress;
    }

    void usePublicAddress(String address) {
        publicAddress = address;
        keep.accept(kept -> kept.withNetwork(kept.network().withPublicUrl(address)));
    }

    List<ShareLink> links() {
        try {
            String here = messages.text("link.thisComputer");
            List<ShareLink> links =
                    new ShareLinks(pass, room.port(), room.securePort()).list(reach, bind(reach), publicAddress, here);
            notices.settle(Notice.Subject.ROOM);
            return links;
        } catch (RuntimeException e) {
            notices.post(Notice.Severity.WARNING, Notice.Subject.ROOM, messages.text("room.noLinks"));
            throw e;
        }
    }

    /// The producers' page, at the address that reaches farthest: beside the viewers' `watch`, wherever that is.
    String producerLink() {
        URI viewers = links().getLast().uri();
        return viewers.resolve("../producer") + "#" + pass.producerKey();
    }

    /// Voids the links given out to viewers.
    synchronized void renewKey() {
        RoomPass renewed = pass.withNewKey();
        pass = renewed;
        keep.accept(kept -> kept.withRoom(kept.room().withKey(renewed.key())));
        room.renewKey(renewed.key());
        notices.post(Notice.Severity.INFO, Notice.Subject.ROOM, messages.text("room.newLink"));
    }

    /// Voids the links given out to producers.
    synchronized void renewProducerKey() {
        RoomPass renewed = pass.withNewProducerKey();
        pass = renewed;
        keep.accept(kept -> kept.withRoom(kept.room().withProducerKey(renewed.producerKey())));
        room.renewProducerKey(renewed.producerKey());
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
