package dev.gossamer.instrumentation.netty;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import dev.gossamer.api.description.Requirement;

/**
 * Advises the codecs and adds no handler: the pipeline that the application made is the one that it
 * sees. See README.md.
 */
public final class NettyInstrumentation implements Instrumentation {
  private static final Requirement HTTP = present("io.netty.handler.codec.http.HttpObjectDecoder");

  @Override
  public void describe(Description it) {
    it.named("netty", "netty-4.1").supports("Netty HTTP", "4.1 to 4.2");

    // Where a codec of bytes hands what it decoded to the handlers behind it.
    it.onType("io.netty.handler.codec.ByteToMessageDecoder")
        .when(HTTP)
        .advise(
            method("fireChannelRead")
                .takes(
                    "io.netty.channel.ChannelHandlerContext",
                    "io.netty.handler.codec.CodecOutputList",
                    "int"),
            DecodedAdvice.class)
        .advise(
            method("channelReadComplete").takes("io.netty.channel.ChannelHandlerContext"),
            ReadCompleteAdvice.class);
    // Streams of HTTP/2, and handlers that hold requests back.
    it.onType("io.netty.channel.AbstractChannelHandlerContext")
        .when(HTTP)
        .advise(method("fireChannelRead").takes("java.lang.Object"), PassedOnAdvice.class)
        .advise(
            method("invokeExceptionCaught").takes("java.lang.Throwable"), ExceptionAdvice.class);
    // Older releases inherit the method, newer ones have their own.
    it.onType(
            "io.netty.handler.codec.http.HttpObjectEncoder",
            "io.netty.handler.codec.MessageToMessageEncoder")
        .when(HTTP)
        .advise(method("write"), WriteAdvice.class);

    it.onType(
            "io.netty.channel.AbstractChannel",
            "io.netty.handler.codec.http2.AbstractHttp2StreamChannel",
            "io.netty.handler.codec.http2.Http2MultiplexCodec$DefaultHttp2StreamChannel")
        .when(HTTP)
        .carryState();
  }
}
