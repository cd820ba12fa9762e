# syntax=docker/dockerfile:1
# The site and its server, without anything that only the build needs.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# Dates the feed of changes: the image has no git history. docker build --build-arg SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) .
ARG SOURCE_DATE_EPOCH
RUN npm run build

FROM node:22-alpine
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /srv
COPY --from=build /app/dist/server.mjs ./
COPY --from=build /app/dist/site ./site
# The files belong to root, and the server runs as a user who may only read them.
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/robots.txt`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.mjs", "--site", "site"]
