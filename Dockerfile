# The gateway with the app in it: about 85 MB on top of Node, an ordinary user, nothing to write to.
#
#   docker build -t joblens .
#   docker run --read-only --cap-drop ALL --security-opt no-new-privileges -p 5000:5000 --env-file joblens.env joblens

# What the build makes is the same for every platform, so it is made once, on the one that builds.
FROM --platform=$BUILDPLATFORM node:22-alpine AS build
WORKDIR /joblens
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:22-alpine AS packages
WORKDIR /joblens
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-alpine
# PID 1 is the server itself: it hears SIGTERM, and exits by itself (docs/operating.md has the codes).
ENV NODE_ENV=production HOST=0.0.0.0 PORT=5000
WORKDIR /joblens
COPY --from=packages /joblens/node_modules node_modules
COPY --from=build /joblens/dist dist
COPY package.json LICENSE ./
USER node
EXPOSE 5000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Small young generation: some 30 MB less resident with hundreds of readers (docs/operating.md).
CMD ["node", "--max-semi-space-size=4", "dist/server/server.js"]
