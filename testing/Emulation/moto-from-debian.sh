#!/bin/sh
# Unpacks moto and its dependencies from Debian's unstable suite into a folder. Nothing is installed on the host: its own
# Python, with cryptography, yaml and six, runs moto. The moto of Debian's stable suites is too old.
#
#     sh moto-from-debian.sh <folder>
set -eu
target=$1
work=$target.part
packages="moto boto3 botocore s3transfer responses jmespath antlr4 flask flask-cors werkzeug click itsdangerous blinker
  markupsafe jinja2 xmltodict dateutil requests urllib3 idna certifi charset-normalizer jsonpath-ng pyparsing"

# The mirror that this machine already uses.
mirror=$(apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/.*|\1|p" | grep -v security | head -n 1)

rm -rf "$work" "$target"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs"
: > "$work/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" > "$work/sources.list"
cat > "$work/apt.conf" <<EOF
Dir::State "$work";
Dir::State::Lists "$work/lists";
Dir::State::Status "$work/status";
Dir::Cache "$work/cache";
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "-";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
APT::Sandbox::User "root";
EOF
export APT_CONFIG="$work/apt.conf"

apt-get --quiet --quiet update
(cd "$work/debs" && for package in $packages; do echo "python3-$package"; done | xargs apt-get --quiet --quiet download)
for deb in "$work"/debs/*.deb; do dpkg-deb --extract "$deb" "$work/unpacked"; done
mv "$work/unpacked" "$target"
rm -rf "$work"
