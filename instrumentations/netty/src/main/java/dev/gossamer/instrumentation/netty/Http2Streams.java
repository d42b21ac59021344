package dev.gossamer.instrumentation.netty;

import io.netty.channel.ChannelHandler;

/**
 * Tells the codec between frames of HTTP/2 and HTTP objects. By name: it lives in a library that
 * need not be there.
 */
final class Http2Streams {
  private static final String CODEC =
      "io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec";

  private static final ClassValue<Boolean> CODECS =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().equals(CODEC)) {
              return true;
            }
          }
          return false;
        }
      };

  private Http2Streams() {}

  static boolean isCodec(ChannelHandler handler) {
    return CODECS.get(handler.getClass());
  }
}
