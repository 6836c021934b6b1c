package dev.dmock.conformance;

/** The server under test cannot lay a case's world, or does not know an event in it. */
final class WorldRefusedException extends RuntimeException {

    WorldRefusedException(Reply reply) {
        super("the world was refused: " + reply.status() + " " + reply.text());
    }
}
